"""What the theme leaves open, mended in every built page; a hook of MkDocs."""

import re
from typing import Any

# Material marks its search as a dialog and gives the dialog no name to be announced by.
_NAMELESS_DIALOG = '<div class="md-search" data-md-component="search" role="dialog">'
_NAMED_DIALOG = _NAMELESS_DIALOG.replace(">", ' aria-label="Search">')
# It has to come before the theme's own script, and nothing else: in the head, where the theme puts
# it, it would keep the page from being shown.
_WORKER = re.compile(r'[ \t]*<script src="[^"]*javascripts/iframe-worker\.js"></script>\s*?\n')
_BUNDLE = re.compile(r'[ \t]*<script src="[^"]*/bundle\.[^"]*"></script>')


def on_post_page(output: str, **_: Any) -> str:
    """Name the search dialog, and have the first view wait for no script; called by MkDocs."""
    output = output.replace(_NAMELESS_DIALOG, _NAMED_DIALOG)
    worker = _WORKER.search(output)
    if worker is None:
        return output
    output = output.replace(worker[0], "", 1)
    return _BUNDLE.sub(lambda bundle: worker[0].rstrip() + "\n" + bundle[0], output, count=1)
