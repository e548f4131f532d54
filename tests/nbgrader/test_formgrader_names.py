"""Names of students are text on formgrader's pages, whatever they are made of."""

import html
import json
import re
from typing import Any

import pytest

from autograder.formgrader_names import _with_names_as_text

PAGE = """
<script>var student_id = "{student_id}";</script>
<a href="/formgrader/manage_students/{student_id}">{student_id}</a>
"""
NAMES = [
    "Ada Löv",
    "o'hara",
    'a"b',
    "<script>alert(1)</script>",
    "</script>",
    'x";alert(1);"',
    "🦉",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_text_in_a_script_an_address_and_for_people(name: str) -> None:
    render = _with_names_as_text(lambda self, page, **values: PAGE.format(**values))
    page = render(None, "page", student_id=name)
    assert json.loads(re.findall(r'student_id = (".*");</script>', page)[0]) == name
    (shown,) = re.findall(r'manage_students/[^"<> ]+">(.*)</a>', page)
    assert html.unescape(shown) == name
    assert page.count("<script>") == page.count("</script>") == 1


def test_what_a_page_says_of_a_submission_is_text() -> None:
    def page(self: Any, name: str, resources: dict) -> str:
        return "{student} {index}".format(**resources)

    shown = _with_names_as_text(page)(None, "x", resources={"student": "<b>", "index": 3})
    assert shown == "&lt;b&gt; 3"
