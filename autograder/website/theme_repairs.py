"""What the theme leaves out, put into every built page; a hook of MkDocs."""

from typing import Any

# Material marks its search as a dialog and gives the dialog no name to be announced by.
_NAMELESS_DIALOG = '<div class="md-search" data-md-component="search" role="dialog">'
_NAMED_DIALOG = _NAMELESS_DIALOG.replace(">", ' aria-label="Search">')


def on_post_page(output: str, **_: Any) -> str:
    """Return a page with a name for its search dialog; called by MkDocs."""
    return output.replace(_NAMELESS_DIALOG, _NAMED_DIALOG)
