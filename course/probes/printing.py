"""What a function prints, which no return value shows."""

import contextlib
import io
from collections.abc import Mapping
from typing import Any

from course.probes.registry import function_named, probe


@probe
def text_printed(notebook: Mapping[str, Any], name: str, *args: Any) -> str:
    """Call a function and return what it prints. Nothing of it is shown."""
    function = function_named(notebook, name)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        function(*args)
    return printed.getvalue()
