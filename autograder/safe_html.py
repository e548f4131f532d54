"""Makes HTML from learners harmless, for pages that others open.

nbconvert's own filter allows so few tags that ordinary Markdown comes out as source text.
"""

import bleach

_TAGS = (
    "a abbr b blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li ol "
    "p pre s small span strong sub summary sup table tbody td th thead tr u ul"
).split()
_IMAGES = ("data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,")


def safe_html(html: str) -> str:
    """Return HTML that runs nothing and loads nothing; what is not allowed is shown as text."""
    return bleach.clean(
        str(html), tags=_TAGS, attributes=_allowed, protocols=["http", "https", "mailto", "data"]
    )


def _allowed(tag: str, name: str, value: str) -> bool:
    """Tell whether a tag may have an attribute. Ids are ours: they lead to exercises."""
    if name in ("class", "title", "alt", "colspan", "rowspan", "open"):
        return True
    if tag == "a" and name == "href":
        return not value.strip().lower().startswith("data:")
    return tag == "img" and name == "src" and value.startswith(_IMAGES)
