"""What a learner uses: the digits, the checks and the plots of the course.

Importing this package takes a moment only: TensorFlow is imported when a probe or a model needs it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.checking import check, hint
    from course.data import load_labels, load_mnist
    from course.models import small_cnn
    from course.standings import progress

__version__ = "0.1.0"
__all__ = ["check", "hint", "load_labels", "load_mnist", "progress", "small_cnn"]

_HOMES = {
    "check": "course.checking",
    "hint": "course.checking",
    "load_labels": "course.data",
    "load_mnist": "course.data",
    "progress": "course.standings",
    "small_cnn": "course.models",
}


def __getattr__(name: str) -> object:
    """Import a public name on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'course' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
