"""Counts what a file of tests tried, apart for what runs in `make test` and in `make test-slow`."""

from collections import Counter, defaultdict
from typing import Any

from summary import write_part


class Tally:
    """Counts by part; `write` puts each part's counts where `summary` reads them.

    Args:
        name: of the parts: ``fuzz`` gives ``fuzz``, ``fuzz-sandbox`` and ``fuzz-slow``, for tests
            without a marker, with the one and with the other.
    """

    def __init__(self, name: str, main: str = "") -> None:
        self._name, self._main = name, main
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)

    def of(self, test: Any) -> "Counter[str]":
        """Return the counts of the part that a test, ``request.node``, belongs to."""
        markers = {marker.name for marker in test.iter_markers()} - {self._main}
        suffix = next((f"-{name}" for name in ("slow", "sandbox") if name in markers), "")
        return self._counts[self._name + suffix]

    def write(self) -> None:
        """Write the counts down."""
        for part, counts in self._counts.items():
            write_part(part, **counts)
