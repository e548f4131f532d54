"""Puts the released notebooks beside the pages, to be downloaded; a hook of MkDocs."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_files(files: "Files", config: "MkDocsConfig", **_: Any) -> None:
    """Add every notebook of ``exercises/`` to the site, as ``notebooks/NN_name.ipynb``."""
    from mkdocs.structure.files import File

    exercises = Path(config.config_file_path or ".").parent / "exercises"
    for path in sorted(exercises.glob("*/*.ipynb")):
        address = f"notebooks/{path.name}"
        files.append(File.generated(config, address, abs_src_path=str(path)))
