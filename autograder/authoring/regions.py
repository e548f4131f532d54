"""The regions of a cell that learners never see: solutions and mark schemes.

nbgrader takes any line that contains the marker's words for a marker, forgives an END without a
BEGIN, and reports the rest without a line number. So regions are found here first, strictly.
"""

from collections.abc import Sequence
from dataclasses import dataclass

SOLUTION = "SOLUTION"
MARK_SCHEME = "MARK SCHEME"

# What a learner finds in place of a solution. `release` hands it to nbgrader, so that the stub
# checked here is the stub that is released.
STUB_LINES = ("# YOUR CODE HERE", "raise NotImplementedError()")


class RegionError(ValueError):
    """Markers do not pair up; `offset` is the offending line of the cell, counted from 0."""

    def __init__(self, offset: int, problem: str) -> None:
        self.offset, self.problem = offset, problem
        super().__init__(problem)


@dataclass(frozen=True)
class Region:
    """Lines `begin` to `end` of a cell, markers included, counted from 0."""

    begin: int
    end: int

    def text(self, source: str) -> str:
        """Return what stands between the markers."""
        return "\n".join(source.split("\n")[self.begin + 1 : self.end])


def find_regions(source: str, label: str) -> tuple[Region, ...]:
    """Return the regions between `### BEGIN label` and `### END label`.

    Raises:
        RegionError: a marker is missing its partner, or regions are nested.
    """
    begin: int | None = None
    regions = []
    for offset, line in enumerate(source.split("\n")):
        if f"BEGIN {label}" in line:
            if begin is not None:
                raise RegionError(
                    offset,
                    f"a second BEGIN {label} inside a region. Close the first one with "
                    f"`### END {label}` before opening another.",
                )
            begin = offset
        elif f"END {label}" in line:
            if begin is None:
                raise RegionError(
                    offset, f"END {label} without a BEGIN. Write `### BEGIN {label}` above it."
                )
            regions.append(Region(begin, offset))
            begin = None
    if begin is not None:
        raise RegionError(
            begin, f"BEGIN {label} without an END. Write `### END {label}` in the same cell."
        )
    return tuple(regions)


def stub_source(source: str) -> str:
    """Return an exercise cell as learners get it: each solution replaced by nbgrader's stub."""
    lines = source.split("\n")
    replaced = []
    for region in find_regions(source, SOLUTION):
        marker = lines[region.begin]
        indent = marker[: len(marker) - len(marker.lstrip())]
        replaced.append((region, [indent + line for line in STUB_LINES]))
    return _replace(lines, replaced)


def is_handed_out_solved(source: str) -> bool:
    """Tell whether an exercise cell has no solution region: learners get it as it is."""
    return not find_regions(source, SOLUTION)


def without_mark_scheme(source: str) -> str:
    """Return a question as learners get it."""
    return _replace(
        source.split("\n"), [(region, []) for region in find_regions(source, MARK_SCHEME)]
    )


def _replace(lines: list[str], replaced: Sequence[tuple[Region, list[str]]]) -> str:
    for region, substitute in reversed(replaced):
        lines[region.begin : region.end + 1] = substitute
    return "\n".join(lines)
