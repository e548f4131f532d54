"""The numbers and the figures of lesson 07: recomputed, and true of what they claim."""

import contextlib
import io
import re
from pathlib import Path

import numpy as np

from autograder.website import figures_07 as figures

TEXT = (Path(__file__).resolve().parents[2] / "site/lessons/07-diagnose.md").read_text("utf-8")


def test_the_parameters_of_the_three_networks():
    coarse = (28 // 7) ** 2 * 10 + 10
    maps = ((28 - 2) // 2 - 2) // 2
    convolutional = 8 * (9 + 1) + 16 * (9 * 8 + 1) + (maps * maps * 16 + 1) * 10
    assert f"| {coarse} | 3,000 digits |" in TEXT
    assert TEXT.count(f"| {convolutional:,} |") == 2


def test_the_code_prints_what_the_page_says():
    (block,) = re.findall(r"```python\n(import numpy.*?)```", TEXT, re.DOTALL)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(block, {})
    before, after = printed.getvalue().splitlines()
    assert f"# {before}, then {after}" in block
    assert float(after.split()[1]) > 2 * float(before.split()[1])


def test_the_recall_in_the_quiz_is_recomputed():
    found, row, column = 6, 6 + 1 + 3, 6 + 0 + 2
    assert f"- [x] {found / row:g}\n" in TEXT
    assert f"- [ ] {found / column:g}\n" in TEXT
    assert f"- [ ] {2 * found / (row + column):.2f}\n" in TEXT
    assert f"- [ ] {1 - found / row:g}\n" in TEXT


def test_the_trap_in_the_quiz_is_one():
    matrix = np.zeros((10, 10), int)
    matrix[[3, 3, 5], [5, 5, 5]] += 1
    assert f"- [x] {matrix[3, 5]}\n> NumPy reads" in TEXT


def test_the_three_runs_are_what_they_are_called():
    under, over, good = (run.history for run in figures.runs().values())
    assert under["accuracy"][-1] < 0.7
    assert min(under["loss"]) > 1
    assert abs(under["accuracy"][-1] - under["val_accuracy"][-1]) < 0.05
    assert over["accuracy"][-1] == 1
    assert over["val_accuracy"][-1] < 0.8
    assert over["val_loss"][-1] > 1.1 * min(over["val_loss"])
    assert over["loss"][-1] < 0.05
    assert good["accuracy"][-1] > 0.95
    assert good["accuracy"][-1] - good["val_accuracy"][-1] < 0.05
    assert good["val_loss"][-1] < 1.1 * min(good["val_loss"])
    assert good["val_accuracy"][0] > good["accuracy"][0]


def test_twos_are_taken_for_eights_six_times():
    labels = figures.held_out()[1]
    seen_as = figures.runs()["good fit"].probabilities.argmax(axis=1)
    mistakes = np.zeros((10, 10), int)
    np.add.at(mistakes, (labels, seen_as), 1)
    np.fill_diagonal(mistakes, 0)
    assert mistakes.max() == mistakes[2, 8] == 6
