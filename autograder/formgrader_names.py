"""Has nbgrader's formgrader show the names of students as text, on all of its pages.

A student is called what their folder is called, and nbgrader puts that into HTML and into scripts
as it is.
"""

import functools
import json
import sys
from html import escape
from typing import Any
from urllib.parse import quote

_PAGES = "nbgrader.server_extensions.formgrader.base"
_IN_PLACE_OF_A_NAME = "name-of-the-student"


def show_names_as_text() -> None:
    """Change how formgrader makes its pages, if this process is one that runs formgrader."""
    pages: Any = sys.modules.get(_PAGES)
    if pages is not None and not hasattr(pages.BaseHandler.render, "__wrapped__"):
        pages.BaseHandler.render = _with_names_as_text(pages.BaseHandler.render)


def _with_names_as_text(render: Any) -> Any:
    @functools.wraps(render)
    def rendered(self: Any, name: str, **values: Any) -> str:
        student = values.get("student_id")
        if student is not None:
            values["student_id"] = _IN_PLACE_OF_A_NAME
        resources = values.get("resources")
        if resources is not None:
            values["resources"] = {
                key: escape(value) if isinstance(value, str) else value
                for key, value in resources.items()
            }
        page: str = render(self, name, **values)
        return page if student is None else _name_in(page, str(student))

    return rendered


def _name_in(page: str, student: str) -> str:
    """Put a name into a page: in scripts as a text of theirs, in addresses, and for people."""
    # No text of a script may hold what ends the script.
    in_script = json.dumps(student).replace("<", "\\u003c")
    page = page.replace(f'"{_IN_PLACE_OF_A_NAME}"', in_script)
    page = page.replace(f"/{_IN_PLACE_OF_A_NAME}", f"/{quote(student, safe='')}")
    return page.replace(_IN_PLACE_OF_A_NAME, escape(student))
