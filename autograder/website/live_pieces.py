"""The live pieces of the site: which scripts each needs, and the markup that it starts from.

A page shows one with ``{{ live("draw") }}``. The markup stands in `live/NAME.html` and is complete
before any script runs, so that the page does not jump; a reader without scripts gets the text in
its `noscript`. Scripts and styles are loaded by the pages that show a piece, and by no others.
"""

import html
import json
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).parent / "live"


class PieceError(ValueError):
    """A page asks for a piece, or a piece for data, that is not there; the message says which."""


@dataclass(frozen=True)
class Piece:
    """What a live piece consists of besides its markup.

    Attributes:
        scripts: those in `javascripts/live/`, in the order in which they run, after `core`. One may
            fetch more by itself when it is about to be seen.
        results: the key of `results.json` whose value the page carries for it; None for none.
    """

    scripts: tuple[str, ...]
    results: str | None = None


PIECES = {
    "draw": Piece(("network", "fitting", "examples", "draw")),
    "convolution": Piece(("digits", "convolution")),
    "curves": Piece(("chart", "curve-rounds", "curves")),
    "folds": Piece(("chart", "folds"), "kfold"),
    "depth": Piece(("chart", "digits", "depth"), "depth"),
    "normalization": Piece(("chart", "normalization"), "normalization"),
}


def piece_markup(name: str, page_url: str, results: Path) -> str:
    """Return a live piece as HTML, with its style sheet, data and scripts.

    Args:
        name: one of `PIECES`.
        page_url: the address of the page that shows it, relative to the site's.
        results: `site/results.json`, read if the piece shows measured numbers.

    Raises:
        PieceError: there is no such piece, or the results lack what it shows.
    """
    if name not in PIECES:
        raise PieceError(f"There is no live piece {name!r}, only {', '.join(PIECES)}.")
    piece = PIECES[name]
    folder = posixpath.dirname(page_url) or "."
    style = posixpath.relpath("stylesheets/live.css", folder)
    lines = [
        f'<link rel="stylesheet" href="{html.escape(style)}">',
        (TEMPLATES / f"{name}.html").read_text(encoding="utf-8").strip(),
    ]
    if piece.results is not None:
        text = json.dumps(_measured(results, piece.results, name), separators=(",", ":"))
        # "</" would end the script early.
        carried = text.replace("</", "<\\/")
        opening = f'<script type="application/json" class="live-data" data-for="{name}">'
        lines.append(f"{opening}{carried}</script>")
    for script in ("core", *piece.scripts):
        source = posixpath.relpath(f"javascripts/live/{script}.js", folder)
        lines.append(f'<script defer src="{html.escape(source)}"></script>')
    return "\n".join(lines)


def _measured(results: Path, key: str, name: str) -> Any:
    if not results.is_file():
        raise PieceError(f"{results} is missing, and a page shows {name!r}. Run `make results`.")
    found = json.loads(results.read_text(encoding="utf-8"))
    if not isinstance(found, Mapping) or key not in found:
        raise PieceError(f"{results} has no {key!r}, which the piece {name!r} shows.")
    return found[key]
