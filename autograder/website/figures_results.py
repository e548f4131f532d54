"""Figures of measured results, drawn from ``site/results.json`` and from nothing else.

A figure whose part has not been measured yet is left out, here and on the pages.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

from autograder.results.pictures import unpack

RESULTS = Path(__file__).resolve().parents[2] / "site" / "results.json"
WIDTH = 4.7
_MOST_MISTAKES = 40

Results = dict[str, Any]


def draw_fold_curves(results: Results) -> Figure:
    """Learning curves of the baseline: loss and accuracy, training and held-out, every fold."""
    histories = results["baseline"]["histories"]
    figure, axes = plt.subplots(2, 1, figsize=(WIDTH, 4.6), sharex=True)
    for ax, name in zip(axes, ("loss", "accuracy"), strict=True):
        for fold, history in enumerate(histories):
            epochs = np.arange(1, len(history[name]) + 1)
            words = ("training images", "held-out images") if fold == 0 else (None, None)
            ax.plot(epochs, history[name], color="C0", alpha=0.6, linewidth=1.2, label=words[0])
            held_out = history[f"val_{name}"]
            ax.plot(epochs, held_out, "--", color="C1", alpha=0.8, linewidth=1.2, label=words[1])
        ax.set_ylabel(name)
    axes[0].legend()
    axes[1].set_xlabel("epoch")
    axes[1].set_xticks(epochs)
    return figure


def draw_folds_cost(results: Results) -> Figure:
    """Each fold's accuracy for several K, and what each K costs."""
    rows = list(results["kfold"].values())
    figure, (scores, cost) = plt.subplots(
        2, 1, figsize=(WIDTH, 4.6), sharex=True, height_ratios=(2, 1)
    )
    places = np.arange(len(rows))
    for place, row in zip(places, rows, strict=True):
        percent = 100 * np.asarray(row["scores"])
        offsets = np.linspace(-0.18, 0.18, len(percent))
        scores.plot(place + offsets, percent, "o", color="C0", alpha=0.6, markersize=4)
        scores.plot([place - 0.3, place + 0.3], [percent.mean()] * 2, color="C1")
    scores.set_ylabel("held-out accuracy, %")
    minutes = [row["seconds"] / 60 for row in rows]
    cost.bar(places, minutes, width=0.5, color="C2")
    cost.set_ylabel("minutes")
    cost.set_xticks(places, [str(row["k"]) for row in rows])
    cost.set_xlabel("number of folds K")
    return figure


def draw_normalization(results: Results) -> Figure:
    """Training loss over the steps, raw and normalized, at a shared rate and at their own best."""
    found = results["normalization"]
    figure, axes = plt.subplots(2, 1, figsize=(WIDTH, 4.8), sharex=True, sharey=True)
    shared, best = found["shared"], found["own_best"]
    panels = (
        (axes[0], {name: (shared["learning_rate"], shared[name]) for name in best}),
        (axes[1], {name: (row["learning_rate"], row["losses"]) for name, row in best.items()}),
    )
    for ax, lines in panels:
        for color, (name, (rate, seeds)) in zip(("C0", "C1"), lines.items(), strict=True):
            for seed, losses in enumerate(seeds):
                values = [np.nan if loss is None else loss for loss in losses]
                words = f"{name}, learning rate {rate:g}" if seed == 0 else None
                ax.plot(found["steps"], values, color=color, linewidth=1.2, alpha=0.8, label=words)
        ax.axhline(np.log(10), color=plt.rcParams["grid.color"], linewidth=1)
        ax.set(yscale="log", ylabel="training loss")
        ax.yaxis.set_major_formatter("{x:g}")
        low, high = ax.get_ylim()
        # Between two powers of ten a label is needed only where there are few of them.
        if high < 100 * low:
            ax.yaxis.set_minor_formatter("{x:g}")
        else:
            ax.minorticks_off()
        ax.legend(loc="upper right")
    axes[0].set_title("one learning rate for both")
    axes[1].set_title("each at its own best")
    axes[1].set_xlabel("step")
    return figure


def draw_improvements(results: Results) -> Figure:
    """Each change's difference to the baseline on the same folds, with its corrected interval."""
    found = results["improvements"]
    rows = {n: row for n, row in found["configurations"].items() if "difference" in row}
    figure, ax = plt.subplots(figsize=(WIDTH, 0.42 * len(rows) + 1.0))
    base = np.asarray(found["configurations"]["baseline"]["scores"])
    for place, row in enumerate(rows.values()):
        shown = row["verdict"] in ("better", "worse")
        color = "C1" if shown else "C0"
        single = 100 * (np.asarray(row["scores"]) - base)
        ax.plot(single, np.full(len(single), place + 0.22), "|", color=color, alpha=0.7)
        ax.plot([100 * row["low"], 100 * row["high"]], [place, place], color=color)
        ax.plot(100 * row["difference"], place, "o" if shown else "s", color=color)
    ax.axvline(0, color=plt.rcParams["grid.color"], linewidth=1)
    ax.set_yticks(range(len(rows)), list(rows))
    ax.invert_yaxis()
    ax.set_xlabel("difference to the baseline, percentage points")
    return figure


def draw_depth(results: Results) -> Figure:
    """Accuracy of each network on every fold, in order of depth, with parameters beside."""
    rows = results["depth"]
    figure, ax = plt.subplots(figsize=(WIDTH, 0.5 * len(rows) + 0.9))
    for place, row in enumerate(rows):
        percent = 100 * np.asarray(row["scores"])
        ax.plot(percent, np.full(len(percent), place), "o", color="C0", alpha=0.5, markersize=4)
        ax.plot(percent.mean(), place, "|", color="C1", markersize=16, markeredgewidth=2)
    names = [f"{row['name']}\n{row['parameters']:,} parameters" for row in rows]
    ax.set_yticks(range(len(rows)), names)
    ax.invert_yaxis()
    ax.set_xlabel("held-out accuracy, %")
    return figure


def draw_confusion(results: Results) -> Figure:
    """Which digits the final model takes for which; right answers are left out."""
    matrix = np.asarray(results["final"]["confusion"])
    wrong = matrix * (1 - np.eye(10, dtype=int))
    figure, ax = plt.subplots(figsize=(WIDTH, WIDTH))
    top = max(1, int(wrong.max()))
    for (row, column), count in np.ndenumerate(wrong):
        if count:
            ax.scatter(column, row, s=320 * count / top, color="C0")
            ax.text(column, row, str(count), ha="center", va="center", color="white", fontsize=8)
    ax.set(xlim=(-0.5, 9.5), ylim=(9.5, -0.5), xticks=range(10), yticks=range(10))
    ax.set_xlabel("what the model says")
    ax.set_ylabel("what is written")
    ax.set_aspect("equal")
    return figure


def draw_mistakes(results: Results) -> Figure:
    """The test digits that the final model takes for others."""
    final = results["final"]
    pictures = unpack(final["mistake_pictures"])[:_MOST_MISTAKES]
    columns = 8
    rows = -(-len(pictures) // columns)
    figure, axes = plt.subplots(
        rows, columns, squeeze=False, figsize=(WIDTH, 0.82 * rows), layout="none"
    )
    for ax in axes.flat:
        ax.set_axis_off()
    for ax, image, mistake in zip(axes.flat, pictures, final["mistakes"], strict=False):
        ax.imshow(image, vmin=0, vmax=255, interpolation="none")
        _, label, prediction = mistake
        ax.set_title(f"{label} as {prediction}", fontsize=8, loc="center", fontweight="normal")
    figure.subplots_adjust(0, 0, 1, 0.93, wspace=0.08, hspace=0.35)
    return figure


_FIGURES: dict[str, tuple[str, Callable[[Results], Figure]]] = {
    "04-raw-and-normalized": ("normalization", draw_normalization),
    "06-measured-folds": ("kfold", draw_folds_cost),
    "07-fold-curves": ("baseline", draw_fold_curves),
    "08-improvements": ("improvements", draw_improvements),
    "09-depth": ("depth", draw_depth),
    "09-confusion": ("final", draw_confusion),
    "09-mistakes": ("final", draw_mistakes),
}


def measured_results() -> Results:
    """Return the content of ``site/results.json``; nothing where it has not been written yet."""
    if not RESULTS.is_file():
        return {}
    content: Results = json.loads(RESULTS.read_text(encoding="utf-8"))
    return content


def figures_of(results: Results) -> dict[str, Callable[[], Figure]]:
    """Return the figures that can be drawn from these results, by name."""
    return {
        name: lambda draw=draw: draw(results)  # type: ignore[misc]  # bound now, not when called
        for name, (part, draw) in _FIGURES.items()
        if part in results
    }
