"""Grades strangers among neighbours in a process of its own, and prints what was found, as JSON.

Run as ``python grade_strangers.py FOLDER NAME...`` with an empty folder and names of strangers.
"""

import json
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

from conftest import make_tiny_course  # noqa: E402 - found where we have just said
from experiment import faults, grade, harmed  # noqa: E402
from strangers import strangers  # noqa: E402


def main() -> None:
    """Grade and print."""
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    (folder / "repository").mkdir(parents=True)
    course = make_tiny_course(folder / "repository")
    who = [one for one in strangers() if one.name in names]
    alone, beside = grade(course, [], folder / "a"), grade(course, who, folder / "b")
    found = {
        "user": os.getuid(),
        "tried": len(who),
        "faults": {one.name: wrong for one in who if (wrong := faults(one, beside))},
        "harmed": harmed(alone, beside),
        "changed": alone.changed + beside.changed,
        "left_behind": alone.left_behind + beside.left_behind,
        "heard": beside.heard,
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
