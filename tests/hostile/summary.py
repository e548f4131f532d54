"""Adds up what the parts of `make test-hostile` found, and shows it as a table.

Each part writes `build/hostile/PART.json` with its counts; what it does not count it leaves out.
Run as a script, this prints the sum, writes it to `build/hostile.json`, and ends with 1 if anyone
gained, lost or was harmed.
"""

import json
import sys
from pathlib import Path

BUILD = Path(__file__).resolve().parents[2] / "build"
PARTS = ("class", "kills", "fuzz", "pages")
TITLES = {
    "tried": "tried",
    "contained": "contained",
    "points_gained": "points gained",
    "neighbours_harmed": "neighbours harmed",
    "grades_lost": "grades lost",
    "kills_survived": "kills survived",
}
_MUST_BE_ZERO = ("points_gained", "neighbours_harmed", "grades_lost")


def write_part(part: str, folder: Path = BUILD / "hostile", **counts: float) -> None:
    """Write what one part found.

    Args:
        part: one of `PARTS`, or one of them with a suffix, such as ``"kills-slow"``.
        folder: where to.
        counts: any of the names in `TITLES`.
    """
    unknown = [name for name in counts if name not in TITLES]
    if unknown or part.split("-")[0] not in PARTS:
        raise ValueError(f"there is no part {part} with {', '.join(unknown) or 'these counts'}")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{part}.json").write_text(json.dumps(counts, indent=2), encoding="utf-8")


def read_parts(folder: Path = BUILD / "hostile") -> dict[str, dict[str, float]]:
    """Return the counts of all parts, by part; what a part left out is 0."""
    return {
        path.stem: dict.fromkeys(TITLES, 0) | json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.json"))
    }


def total(parts: dict[str, dict[str, float]]) -> dict[str, float]:
    """Return the sums over all parts."""
    return {name: sum(counts[name] for counts in parts.values()) for name in TITLES}


def table(parts: dict[str, dict[str, float]]) -> str:
    """Return the counts as a table, one line for each part and one for their sum."""
    width = max(len(part) for part in [*parts, "all"])
    lines = ["  ".join([" " * width, *TITLES.values()])]
    for part, counts in [*parts.items(), ("all", total(parts))]:
        cells = [f"{counts[name]:>{len(title)}g}" for name, title in TITLES.items()]
        lines.append("  ".join([f"{part:<{width}}", *cells]))
    return "\n".join(lines)


def holds(found: dict[str, float]) -> bool:
    """Tell whether all that was tried was contained, at nobody's cost."""
    return found["contained"] == found["tried"] > 0 and not any(
        found[name] for name in _MUST_BE_ZERO
    )


def main() -> int:
    """Print and write the sum."""
    parts = read_parts()
    missing = [part for part in PARTS if not any(name.split("-")[0] == part for name in parts)]
    found = total(parts)
    (BUILD / "hostile.json").write_text(json.dumps(found, indent=2), encoding="utf-8")
    print(table(parts))
    if missing:
        print(f"nothing was heard of: {', '.join(missing)}")
    return 0 if holds(found) and not missing else 1


if __name__ == "__main__":
    sys.exit(main())
