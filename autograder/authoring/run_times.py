"""How long a notebook runs from top to bottom, as measured, told in its first cell."""

import json
from dataclasses import replace
from pathlib import Path

from autograder.authoring.percent_script import Script

FILE_NAME = "run_times.json"
RUN_TIMES = Path(__file__).resolve().parents[2] / "solutions" / FILE_NAME


def with_run_time(script: Script) -> Script:
    """Return a script whose first cell tells how long it runs, if that was measured."""
    path = script.path.with_name(FILE_NAME)
    if not path.is_file() or not script.cells:
        return script
    measured = json.loads(path.read_text(encoding="utf-8"))
    seconds = measured["seconds"].get(script.name)
    first = script.cells[0]
    if seconds is None or first.cell_type != "markdown":
        return script
    sentence = (
        f"Run from top to bottom with its experiments, on the 5,000 offline digits, it took "
        f"{in_words(seconds)} on {measured['cores']} cores."
    )
    title, about, *rest = f"{first.source}\n\n".split("\n\n", 2)
    source = "\n\n".join([title, f"{about}\n{sentence}".strip(), *rest]).strip()
    return replace(script, cells=(replace(first, source=source), *script.cells[1:]))


def in_words(seconds: float) -> str:
    """Say a duration as precisely as it is worth: to ten seconds, or to half a minute."""
    if seconds < 95:
        return f"about {max(10, round(seconds, -1)):.0f} seconds"
    return f"about {round(seconds / 30) / 2:g} minutes"
