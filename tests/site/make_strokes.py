"""Writes `strokes.json`, the freehand digits that a test draws on the site's pad.

    python tests/site/make_strokes.py

Nobody's hand was recorded. Each style below is a way to write a digit, set down by hand as the
points that a pen passes, in the order in which people write them, before any network had seen them.
From a seed, each style is then written several times as people vary: the points miss their places a
little, the digit is wider or narrower, slanted, turned, larger or smaller, anywhere on the pad, and
the hand trembles. None was left out or chosen by what a network says of it.
"""

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

FILE = Path(__file__).with_name("strokes.json")
SEED = 28
TAKES = 2

FloatArray = npt.NDArray[np.float64]
# Several ways to write each digit. A style is one or more strokes, parted by "/"; a stroke is one
# or more curves that meet in corners, parted by "|"; a curve is the points that it passes smoothly,
# in hundredths of the digit's height, x,y with y downward.
STYLES = {
    0: [
        "35,2 12,15 2,50 12,85 33,98 54,85 62,50 54,17 36,2",
        "45,5 22,5 5,30 4,65 20,95 45,95 62,65 60,30 42,3 30,6",
        "30,0 14,20 6,50 10,85 24,100 40,85 47,50 42,15 30,0",
        "10,20 22,5 45,2 68,20 74,50 62,85 35,98 10,85 2,50 10,20 25,5",
    ],
    1: [
        "10,0 10,100",
        "30,0 15,50 0,100",
        "0,22 22,0 | 22,0 22,100",
        "3,20 24,0 | 24,0 24,100 / 0,100 48,100",
    ],
    2: [
        "3,22 15,5 35,0 53,10 56,28 45,50 22,78 0,100 | 0,100 30,98 62,100",
        "5,20 25,0 50,10 50,38 28,72 8,95 0,85 12,78 30,88 48,97 65,90",
        "2,12 30,0 55,12 50,35 2,100 | 2,100 60,95",
        "0,30 10,8 35,0 58,15 55,40 30,65 8,85 2,98 | 2,98 35,94 68,98",
    ],
    3: [
        "3,12 25,0 50,10 50,32 22,46 | 22,46 52,56 58,78 38,98 5,90",
        "5,10 30,0 52,15 42,38 22,47 20,42 32,44 55,60 50,90 22,100 0,85",
        "2,3 52,2 | 52,2 24,40 | 24,40 50,48 58,72 40,97 10,95 0,85",
        "0,20 15,2 42,3 50,22 38,42 20,47 | 20,47 45,52 60,70 50,93 25,100 2,85",
    ],
    4: [
        "8,0 2,55 | 2,55 60,52 / 48,5 45,100",
        "45,0 0,65 | 0,65 65,63 / 45,0 43,100",
        "10,5 2,35 10,52 35,50 50,42 / 52,2 50,50 48,100",
        "62,62 0,62 | 0,62 42,0 | 42,0 42,100",
    ],
    5: [
        "12,2 8,42 | 8,42 35,36 56,55 52,83 28,100 2,90 / 12,2 58,0",
        "56,0 14,3 | 14,3 8,44 | 8,44 40,40 58,62 45,92 20,100 0,92",
        "55,3 25,4 10,20 12,40 38,46 55,65 48,90 22,100 0,88",
        "16,6 6,40 | 6,40 28,38 50,50 54,74 36,97 0,100 / 20,4 66,0",
    ],
    6: [
        "42,0 18,25 3,60 10,92 32,100 52,85 50,62 30,52 10,65 5,78",
        "28,0 10,35 2,70 15,97 42,97 55,75 42,55 18,60 6,80",
        "55,10 40,0 20,10 4,45 6,82 28,100 53,86 52,62 32,50 10,60",
        "20,0 6,40 2,75 12,98 32,96 40,75 30,58 12,66 5,82",
    ],
    7: [
        "0,4 58,2 | 58,2 20,100",
        "0,5 56,0 | 56,0 22,100 / 12,50 52,48",
        "0,8 30,3 58,5 | 58,5 40,40 28,70 22,100",
        "2,20 3,3 | 3,3 60,2 | 60,2 38,45 25,100",
    ],
    8: [
        "48,12 30,0 10,10 10,30 30,46 52,66 50,92 28,100 6,90 6,68 28,48 46,30 48,12",
        "30,0 10,12 10,34 30,46 48,33 48,12 30,0 / 30,46 6,60 4,86 28,100 54,86 52,60 30,46",
        "30,46 10,30 14,6 34,0 50,14 42,36 20,55 4,78 18,100 42,98 54,78 42,56 28,45",
        "45,5 25,0 8,14 16,36 36,52 46,76 32,98 10,92 8,70 28,48 44,26 50,2",
    ],
    9: [
        "50,15 30,0 6,12 4,36 25,50 46,38 52,12 | 52,12 50,50 46,100",
        "50,14 28,0 5,14 6,38 27,48 48,34 52,14 54,50 42,85 14,100",
        "42,6 20,2 3,20 10,42 32,40 46,20 46,4 | 46,4 36,55 28,100",
        "46,30 20,48 2,32 10,6 34,0 50,16 48,50 44,100",
    ],
}


def write() -> None:
    """Write all digits, in an order in which no class comes in a row."""
    rng = np.random.default_rng(SEED)
    digits = [
        {"digit": digit, "style": style, "strokes": written(STYLES[digit][style], rng)}
        for take in range(TAKES)
        for style in range(4)
        for digit in STYLES
    ]
    about = " ".join((__doc__ or "").split("\n\n", 2)[2].split())
    lines = ",\n".join(json.dumps(digit, separators=(",", ":")) for digit in digits)
    FILE.write_text(
        f'{{"how_made": {json.dumps(about)},\n'
        f'"unit": "the side of the pad; strokes are lists of points [x, y], y downward",\n'
        f'"seed": {SEED},\n"digits": [\n{lines}\n]}}\n',
        encoding="utf-8",
    )


def points_of(style: str) -> list[list[FloatArray]]:
    """Return a style as strokes of curves of points (N, 2), y from 0 to 1."""
    return [
        [
            np.array([point.split(",") for point in curve.split()], float) / 100
            for curve in stroke.split("|")
        ]
        for stroke in style.split("/")
    ]


def written(style: str, rng: np.random.Generator) -> list[list[list[float]]]:
    """Write a style once: strokes of points in units of the pad, three decimals."""
    missed = [
        [curve + rng.normal(0, 0.018, curve.shape) for curve in stroke]
        for stroke in points_of(style)
    ]
    for stroke in missed:
        for before, after in pairwise(stroke):
            after[0] = before[-1]  # a corner is one place of the pen
    strokes = [np.concatenate([smooth(curve) for curve in stroke]) for stroke in missed]

    turn, slant = rng.normal(0, np.radians(4)), rng.uniform(-0.05, 0.35)
    width = rng.uniform(0.8, 1.2)
    shape = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    shape = shape @ np.array([[width, -slant], [0, 1]])
    strokes = [points @ shape.T for points in strokes]

    everything = np.concatenate(strokes)
    low, high = everything.min(axis=0), everything.max(axis=0)
    size = rng.uniform(0.4, 0.8) / (high - low).max()
    room = 1 - 0.1 - size * (high - low)
    corner = 0.05 + rng.uniform(0.15, 0.85, 2) * room
    return [
        np.round((points - low) * size + corner + trembling(len(points), rng), 3).tolist()
        for points in strokes
    ]


def smooth(points: FloatArray) -> FloatArray:
    """Return points along a Catmull-Rom curve through the given ones, (N, 2)."""
    padded = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    path = [points[:1]]
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        t = np.linspace(0, 1, max(int(np.hypot(*(c - b)) / 0.09), 2) + 1)[1:, np.newaxis]
        path.append(
            0.5
            * (
                2 * b
                + (c - a) * t
                + (2 * a - 5 * b + 4 * c - d) * t**2
                + (3 * b - a - 3 * c + d) * t**3
            )
        )
    return np.concatenate(path)


def trembling(points: int, rng: np.random.Generator) -> FloatArray:
    """Return the small, smooth deviations (points, 2) of a hand."""
    steps = rng.normal(0, 0.004, (points + 4, 2))
    return np.stack([np.convolve(axis, np.ones(5) / 5, "valid") for axis in steps.T], axis=1)


if __name__ == "__main__":
    write()
