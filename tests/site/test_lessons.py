"""The lessons' texts: length, exercises, quizzes, code and numbers."""

import ast
import contextlib
import io
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

LESSONS = sorted((Path(__file__).resolve().parents[2] / "site" / "lessons").glob("*.md"))
PREPARE, BUILD = (
    next(path for path in LESSONS if path.stem == stem) for stem in ("04-prepare", "05-build")
)
PAGES = sorted((Path(__file__).resolve().parents[2] / "site").rglob("*.md"))

EXERCISES = {
    "00-things-to-know": (
        "warm_up(inputs, weights)",
        "make_dense_layer(units)",
        "dense(inputs, weights, bias)",
        "relu(x)",
        "softmax(logits)",
        "count_dense_parameters(inputs, units)",
        "gradient_step(inputs, labels, weights, bias, learning_rate)",
    ),
    "01-load-data": (
        "load_digits()",
        "split_summary(name, images, labels)",
        "idx_header(data)",
        "read_idx(data)",
    ),
    "02-first-look": (
        "describe_dataset(images, labels)",
        "plot_digits(images, labels)",
        "always_blank(images)",
        "bounding_box(image)",
    ),
    "03-explore": (
        "class_counts(labels, num_classes=10)",
        "plot_class_counts(counts)",
        "imbalance_ratio(counts)",
        "majority_accuracy(train_labels, test_labels)",
        "mean_digits(images, labels)",
    ),
    "04-prepare": (
        "normalize(images)",
        "plot_histograms(images, normalized)",
        "add_channel(images)",
        "standardize(train_images, *others)",
        "holdout_split(labels, fraction, seed)",
        "one_hot(labels, num_classes=10)",
    ),
    "05-build": (
        "cross_entropy(probabilities, labels)",
        "count_conv2d_parameters(filters, kernel_size, input_channels)",
        "model_plan()",
        "build_baseline()",
        "train(model, images, labels, validation_data, epochs)",
        "predict_digits(model, images)",
    ),
    "06-evaluate": (
        "stratified_folds(labels, k, seed)",
        "cross_validate(build_model, images, labels, k=5, epochs=5, seed=0)",
        "summarize_scores(scores)",
        "plot_fold_scores(scores)",
    ),
    "07-diagnose": (
        "history_table(history)",
        "best_epoch(history)",
        "diagnose(history, target=0.95)",
        "plot_learning_curves(histories)",
        "confusion_matrix(labels, predictions, num_classes=10)",
        "per_class_recall(matrix)",
    ),
    "08-improve": (
        "build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32)",
        "compare(configurations, images, labels, k=5, epochs=5, seed=0)",
        "corrected_paired_t(scores_a, scores_b, n_train, n_test)",
        "plot_comparison(rows)",
    ),
    "09-deepen": (
        "build_deeper()",
        "compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test)",
        "accuracy_interval(correct, total)",
        "evaluate_final(model, images, labels)",
        "save_final(model, path)",
        "load_final(path)",
        "final_model()",
    ),
}

# Percentages that may stand in a page as text. Those of our own runs come from results.json.
PERCENTAGES = {
    "11.35%": "the ones in MNIST's test set, whose counts are published; recomputed",
    "99.70%": "what the final model was to reach, written down beforehand",
    "99.9%": "999 of 1,000; recomputed",
    "30%": "the network of Keras's issue 6914",
    "95%": "the level of a confidence interval",
    "98.677%": "published by J. Brownlee, with its source",
    "99.062%": "published by J. Brownlee, with its source",
    "97%": "an imagined run in a quiz",
}


@dataclass(frozen=True)
class Quiz:
    """One question: its text, and for each option whether it is right and why (not)."""

    question: str
    options: dict[str, tuple[bool, str]]

    @property
    def right(self) -> str:
        return next(text for text, (is_right, _) in self.options.items() if is_right)


def quizzes(lesson: Path) -> list[Quiz]:
    found = []
    for block in re.findall(r"<quiz>\n(.*?)</quiz>", lesson.read_text("utf-8"), re.DOTALL):
        question, *options = re.split(r"^- \[", block, flags=re.MULTILINE)
        parsed = {}
        for option in options:
            text, *explanation = option[3:].strip().split("\n")
            parsed[text] = (option[0] == "x", " ".join(explanation))
        found.append(Quiz(question.strip(), parsed))
    return found


def prose(lesson: Path) -> str:
    """Return what a learner reads in a row: no front matter, quizzes, code or alternative texts."""
    text = lesson.read_text("utf-8")
    for skipped in (r"\A---\n.*?\n---\n", r"<quiz>.*?</quiz>", r"^```.*?^```$"):
        text = re.sub(skipped, "", text, flags=re.DOTALL | re.MULTILINE)
    return re.sub(
        r"\{\{ figure\(\s*\"[^\"]*\",\s*\"[^\"]*\",\s*(\"[^\"]*\")\s*\) \}\}", r"\1", text
    )


def code_blocks(lesson: Path) -> list[str]:
    return re.findall(
        r"^```python\n(.*?)^```$", lesson.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )


def per_lesson(test):
    return pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.stem)(test)


@per_lesson
def test_a_lesson_has_1200_to_2300_words(lesson):
    assert 1200 <= len(prose(lesson).split()) <= 2300


@per_lesson
def test_a_lesson_names_every_exercise_with_its_contract(lesson):
    text = lesson.read_text("utf-8")
    for exercise in EXERCISES[lesson.stem]:
        assert f'!!! example "Exercise: `{exercise}`"' in text
    assert text.count('!!! example "Exercise: ') == len(EXERCISES[lesson.stem])


@per_lesson
def test_a_lesson_has_its_parts_in_order(lesson):
    parts = [
        "**Afterwards you can**",
        "**Before you start**",
        "**Time**",
        "{#before-you-run}",
        "{#mistakes}",
        "{#questions}",
        "{#quiz ",
        "## What to take away",
        "## Sources",
    ]
    places = [lesson.read_text("utf-8").find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


@per_lesson
def test_a_quiz_has_five_questions_and_explains_every_option(lesson):
    questions = quizzes(lesson)
    assert len(questions) >= 5
    assert "<quiz>" in lesson.read_text("utf-8").split("{#before-you-run}")[1].split("\n## ")[0]
    for quiz in questions:
        assert len(quiz.options) >= 3, quiz.question
        assert sum(right for right, _ in quiz.options.values()) == 1, quiz.question
        assert all(why.startswith("> ") for _, why in quiz.options.values()), quiz.question


@per_lesson
def test_the_right_option_is_usually_not_the_longest_nor_always_in_one_place(lesson):
    questions = quizzes(lesson)
    longest = [max(quiz.options, key=len) == quiz.right for quiz in questions]
    assert sum(longest) <= len(questions) / 2
    places = [list(quiz.options).index(quiz.right) for quiz in questions]
    assert max(places.count(place) for place in places) <= len(questions) / 2


@per_lesson
def test_code_in_lessons_is_short_and_parses(lesson):
    for block in code_blocks(lesson):
        assert len(block.splitlines()) < 15
        ast.parse(block)


def test_numpy_code_in_lessons_prints_what_the_page_says():
    (double_softmax,) = [b for b in code_blocks(BUILD) if "import numpy" in b]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(double_softmax, {})
    assert printed.getvalue().strip() in double_softmax

    (twice,) = code_blocks(PREPARE)
    names = {"images": np.arange(256, dtype=np.uint8)}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(twice, names)
        exec(twice, names)
    first, second = printed.getvalue().split()
    assert first == "1.0"
    assert f"`{second}`" == quizzes(PREPARE)[0].right


@pytest.mark.slow
def test_keras_code_in_lessons_prints_what_the_page_says():
    blocks = [block for block in code_blocks(BUILD) if "from keras" in block]
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(blocks)], capture_output=True, text=True, timeout=300
    )
    assert done.stdout.splitlines() == [
        "(None, 26, 26, 32)",
        "(None, 24, 24, 16) (None, 12, 12, 16)",
    ], done.stderr
    assert "# (None, 24, 24, 16) (None, 12, 12, 16)" in blocks[1]
    assert quizzes(BUILD)[0].right == "26, 26, 32"


def option_values(question: str) -> dict[str, bool]:
    """Return the options of the one question that contains a text, and which is right."""
    (quiz,) = [q for lesson in LESSONS for q in quizzes(lesson) if question in q.question]
    return {text: right for text, (right, _) in quiz.options.items()}


def test_the_standardized_pixel_in_the_quiz_is_recomputed():
    train, held_out = np.array([0.0, 4.0]), 8.0
    together = np.append(train, held_out)
    assert option_values("Training pixels are 0 and 4") == {
        f"{held_out - held_out:g}": False,
        f"{(held_out - together.mean()) / together.std():.2f}": False,
        f"{(held_out - train.mean()) / train.var():g}": False,
        f"{(held_out - train.mean()) / train.std():g}": True,
    }


def test_the_parameters_in_the_quiz_are_recomputed():
    filters, side, channels = 8, 5, 3
    weights = filters * side * side * channels
    assert option_values("8 filters, 5×5, on a color image") == {
        f"{filters * (side * side + 1)}": False,
        f"{weights}": False,
        f"{weights + 1}": False,
        f"{weights + filters}": True,
    }


def test_the_shapes_in_the_prediction_are_recomputed():
    n, k, filters = 28, 3, 32
    assert option_values("What are the other three?") == {
        f"{n}, {n}, {filters}": False,
        f"{n - k + 1}, {n - k + 1}, {filters}": True,
        f"{n - k}, {n - k}, {filters}": False,
        f"{n - k + 1}, {n - k + 1}, 1": False,
    }


def test_the_losses_in_the_quiz_are_recomputed():
    binary = (np.log(10) - 9 * np.log(0.9)) / 10
    assert option_values("Which loss is healthy?") == {
        "0.1": False,
        f"{np.log10(10):.1f}": False,
        f"{np.log(10):.1f}": True,
        "23": False,
    }
    assert option_values(f"a loss of {binary:.2f} and network B at {np.log(10):.2f}")


def test_the_values_after_floor_division_are_recomputed():
    left = np.unique(np.arange(256, dtype=np.uint8) // 255)
    assert option_values("np.unique(images // 255)")[f"`[{left[0]}, {left[1]}]`"]


def test_the_last_fifth_of_sorted_digits_is_recomputed():
    labels = np.repeat(np.arange(10), 500)
    last = np.unique(labels[-1000:])
    assert option_values("validation_split=0.2")[f"The {last[0]}s and {last[1]}s"]


def test_numbers_in_the_prose_are_recomputed():
    worked = [16 * (5 * 5 * 1 + 1), 64 * (12 * 12 * 16 + 1), 10 * (64 + 1)]
    fixed = 32 * (3 * 3 + 1) + 100 * (13 * 13 * 32 + 1) + 10 * (100 + 1)
    binary = (np.log(10) - 9 * np.log(0.9)) / 10
    prepare, build = (lesson.read_text("utf-8") for lesson in (PREPARE, BUILD))
    for number in (
        f"{worked[0]}",
        f"{worked[1]:,}",
        f"{sum(worked):,} parameters",
        f"All but {sum(worked) - worked[1]:,}",
        f"{fixed:,}",
        f"ln 10 = {np.log(10):.4f}",
        f"ln(1 + 9/e) = {np.log1p(9 / np.e):.4f}",
        f"= {binary:.4f}",
        f"{60_000 // 32:,} steps",
        f"{26 * 26} places",
    ):
        assert number in build, number
    pixels = 60_000 * 784
    for number in (
        f"255² = {255**2:,}",
        f"{pixels / 1e6:.0f} MB",
        f"{4 * pixels / 1e6:.0f} MB",
        f"{8 * pixels / 1e6:.0f} MB",
        f"maximum {1 / 255:.4f}",
        f"maximum {255 / 256:.3f}",
        f"variance, {0.30811**2:.4f}",
        f"spread {0.30811 / 0.30811**2:.1f}",
    ):
        assert number in prepare, number


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_numbers_of_lesson_00_are_recomputed():
    lesson = next(path for path in LESSONS if path.stem == "00-things-to-know")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code_blocks(lesson)[0], {})
    assert f"`{printed.getvalue().strip()}`" == quizzes(lesson)[0].right
    powers = np.exp([2.0, 1.0, 0.0])
    rows = [f"{p:.3f} | {p / powers.sum():.3f} |" for p in powers]
    for number in (*rows, f"{powers.sum():.3f}", f"{784 * 100 + 100:,}", f"{60_000 // 32:,}"):
        assert number in lesson.read_text("utf-8"), number
    assert option_values("with 5 units is called on")[f"{8 * 5}"]
    assert option_values("How often do the weights move?")[f"{6_000 // 60 * 4} times"]


def test_numbers_of_lesson_01_are_recomputed():
    lesson = next(path for path in LESSONS if path.stem == "01-load-data")
    text = lesson.read_text("utf-8")
    labels = int.from_bytes(bytes([7, 2, 1, 0]), "big")  # the first test labels, read as a size
    sixty = (60_000).to_bytes(4, "big")
    for number in (
        f"00 00 {sixty[2:].hex(' ')}",
        f"{int.from_bytes(sixty, 'little'):,}",
        f"magic number {int.from_bytes((0x0803).to_bytes(4, 'big'), 'little'):,}",
        f"sizes such as {labels:,}",
        f"6 · 20 · 16 = {6 * 20 * 16:,}",
        f"{60_000 * 784 / 1e6:.0f} MB",
        f"{10_000 * 784 / 1e6:.0f} MB",
    ):
        assert number in text, number
    assert option_values("begins with `00 00 08 01 00 00 27 10`") == {
        f"{int.from_bytes(bytes.fromhex('00002710'), 'big'):,}": True,
        "2,710": False,
        f"{int.from_bytes(bytes.fromhex('00002710'), 'little'):,}": False,
        f"{0x10}": False,
    }
    pixels = 5 * 20 * 12
    assert option_values("the sizes 5, 20 and 12") == {
        f"{pixels:,}": False,
        f"{pixels + 4:,}": False,
        f"{pixels + 16:,}": True,
        f"{4 * pixels + 16:,}": False,
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_page_types_in_a_measured_accuracy(page):
    text = re.sub(r"\{\{ result\(.*?\) \}\}", "", page.read_text("utf-8"))
    assert set(re.findall(r"\d+(?:\.\d+)?%", text)) <= PERCENTAGES.keys()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pages_keep_to_the_house_style(page):
    text = re.sub(r"```.*?```|`[^`]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(r"\w!", text), "an exclamation mark"
    assert not re.search("[\U0001f300-\U0001faff\u2600-\u26ff]", text), "an emoji"
    assert not re.search(r"\b(colour|normalise|standardise|grey|centre)", text), "British spelling"
