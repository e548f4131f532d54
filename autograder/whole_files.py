"""Files that are there whole or not at all, even where the grader is killed or the disk is full."""

from pathlib import Path


def replace_file(path: Path, text: str) -> None:
    """Write a text file in one step.

    A grader that is killed meanwhile leaves the file as it was, and a ``.partial`` beside it that
    the next one writes over.

    Raises:
        OSError: it cannot be written; nothing is left behind then.
    """
    partial = path.with_name(f"{path.name}.partial")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        # A full disk is noticed where no name is known.
        raise OSError(error.errno, error.strerror, str(path)) from error
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
