"""Write the data of the site's live pieces as scripts: `python -m autograder.website.live_data`.

- `examples.js`: freehand digits, which the pad can draw for a reader; recorded in a test's file.
- `digits.js`: one real digit of each class, which the convolution moves over.
- `curve-rounds.js`: learning curves of small networks on the course's own digits, with an answer to
  each choice. The networks are trained here, in NumPy.
"""

import base64
import json
from pathlib import Path
from typing import Any

from autograder.website.figures import one_of_each
from autograder.website.figures_07 import NAMES, Run, train

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / "site" / "javascripts" / "live"
STROKES = REPOSITORY / "tests" / "site" / "strokes.json"
_WRITERS = 3
_MANY, _FEW = 3_000, 150


def examples() -> list[dict[str, Any]]:
    """Return some recorded digits, their points in units of the pad."""
    digits = json.loads(STROKES.read_text(encoding="utf-8"))["digits"]
    return [
        {"digit": one["digit"], "strokes": one["strokes"]}
        for one in digits
        if one["style"] < _WRITERS
    ][: 10 * _WRITERS]


def digits() -> list[str]:
    """Return a digit of each class, its 784 bytes as base64."""
    return [base64.b64encode(image.tobytes()).decode("ascii") for image in one_of_each(3)]


def curve_rounds() -> list[dict[str, Any]]:
    """Return three rounds of three runs each, with the right choice and an answer to every one."""
    good = train(2, units=64, images=_MANY, epochs=6)
    coarse = train(7, units=0, images=_MANY, epochs=15)
    few = train(2, units=64, images=_FEW, epochs=40)
    small_gap = train(4, units=32, images=_MANY, epochs=20)
    some = train(1, units=128, images=500, epochs=30)
    short = train(2, units=64, images=_MANY, epochs=6, rate=0.0005)
    return [
        {
            "runs": [
                _shown(good, "64 hidden units, learning from 3,000 digits: a good fit."),
                _shown(few, "The same network, learning from 150 digits: it overfits."),
                _shown(coarse, "Averages of 7 × 7 blocks and no hidden layer: it underfits."),
            ],
            "right": "B",
            "answers": {
                "A": f"In A there is a gap, and it is small: {_accuracies(good)}. Its held-out "
                "loss goes down with the other. A little is always left behind on images never "
                "seen.",
                "B": f"B has learned its images by heart: {_accuracies(few)}. Its held-out loss "
                f"was lowest after epoch {_best(few)} and has grown by {_growth(few)} since.",
                "C": f"C is poor on both kinds of images, {_accuracies(coarse)}, and the curves "
                "lie together. It has not learned too much; it cannot hold enough.",
                "none": "One of them does. Look for two losses that part: one goes to 0, the "
                "other turns and rises.",
            },
        },
        {
            "runs": [
                _shown(some, "128 hidden units on all 784 pixels, learning from 500 digits."),
                _shown(
                    short,
                    "64 hidden units, a learning rate 200 times smaller: it underfits so far.",
                ),
                _shown(small_gap, "32 hidden units on averages of 4 × 4 blocks, 3,000 digits."),
            ],
            "right": "A",
            "answers": {
                "A": f"Its training loss goes to 0: {_accuracies(some)}. The held-out loss ends "
                f"{_growth(some)} above its lowest: no steep climb, and the distance in accuracy "
                "says the same.",
                "B": "B gets better on both kinds of images until it stops: "
                f"{_accuracies(short)}. It was stopped too early for its learning rate: that is "
                "underfitting.",
                "C": f"C's curves lie close at a good level: {_accuracies(small_gap)}. Its "
                f"held-out loss ends {_growth(small_gap)} above its lowest.",
                "none": "One of them does, more quietly than in the first round. Compare the ends "
                "of the two accuracies.",
            },
        },
        {
            "runs": [
                _shown(coarse, "Averages of 7 × 7 blocks and no hidden layer: it underfits."),
                _shown(good, "64 hidden units, learning from 3,000 digits: a good fit."),
                _shown(
                    short,
                    "The same network, a learning rate 200 times smaller: it underfits so far.",
                ),
            ],
            "right": "none",
            "answers": {
                "A": f"Poor, and as poor on its own images: {_accuracies(coarse)}. More "
                "digits will not help; a model that can hold more will.",
                "B": "In its first epoch held-out even lies on the better side, since the "
                "training numbers are means over an epoch of change. At the end: "
                f"{_accuracies(good)}.",
                "C": f"It is poor, but on its own images too: {_accuracies(short)}. Both curves "
                "are still moving; it wants a larger learning rate.",
                "none": "None of them: no held-out loss turns upward, and nowhere are the images "
                "that were learned from nearly perfect while others stay behind.",
            },
        },
    ]


def _shown(run: Run, what: str) -> dict[str, Any]:
    curves = {name: [round(value, 4) for value in run.history[name]] for name in NAMES}
    return {"what": what, **curves}


def _accuracies(run: Run) -> str:
    own, held = run.history["accuracy"][-1], run.history["val_accuracy"][-1]
    return f"accuracy {own:.2f} on its own and {held:.2f} on held-out ones"


def _best(run: Run) -> int:
    losses = run.history["val_loss"]
    return losses.index(min(losses)) + 1


def _growth(run: Run) -> str:
    losses = run.history["val_loss"]
    return f"{100 * (losses[-1] / min(losses) - 1):.0f}%"


def script(name: str, value: Any) -> str:
    """Return a script that gives the page a value."""
    return (
        "// Written by `python -m autograder.website.live_data`; do not edit.\n"
        f"courseLive.{name} = {json.dumps(value, separators=(',', ':'), ensure_ascii=False)};\n"
    )


def main() -> None:
    """Write all scripts."""
    for file, name, value in (
        ("examples.js", "examples", examples()),
        ("digits.js", "digits", digits()),
        ("curve-rounds.js", "curveRounds", curve_rounds()),
    ):
        path = FOLDER / file
        path.write_text(script(name, value), encoding="utf-8")
        print(f"{path.relative_to(REPOSITORY)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
