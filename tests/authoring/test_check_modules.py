"""Points, titles and hints are read from check modules; what would be miscounted is refused."""

from typing import Any

import pytest

from autograder.authoring.check_module import read_check_module
from autograder.authoring.error import AuthoringError
from autograder.authoring.section import read_section, read_sections

NORMALIZE_HINTS = (
    '("Think of the range.", "A largest value of 255 is too large.", "Divide by a constant.")'
)
VISIBLE_TEST = '''\
    @pytest.mark.points(1)
    def test_the_range_is_zero_to_one(self, learner, digits):
        """The result lies between 0 and 1."""
        assert np.max(learner.normalize(digits)) <= 1, "The largest value is above 1."

'''


def refusal(workplace: Any) -> AuthoringError:
    with pytest.raises(AuthoringError) as caught:
        read_section(workplace.script, workplace.checks_dir)
    return caught.value


def test_questions_are_read_with_points_titles_hints_and_lesson(workplace: Any) -> None:
    module = read_check_module(workplace.checks)
    normalize, add_channel = module.questions
    assert module.name == "04_prepare"
    assert module.points == {"normalize": 3, "add_channel": 1}
    assert normalize.hints[2] == "Divide by a constant."
    assert (normalize.lesson, add_channel.lesson) == ("04-prepare#scale", "")
    assert [(test.name, test.title, test.points, test.hidden) for test in normalize.tests] == [
        ("test_the_range_is_zero_to_one", "The result lies between 0 and 1.", 1, False),
        (
            "test_agrees_with_the_reference",
            "Values agree with the reference on digits you have not seen.",
            2,
            True,
        ),
    ]


def test_a_check_module_is_read_without_being_run(workplace: Any) -> None:
    workplace.change_checks("import pytest\n", "import pytest\nraise SystemExit\n")
    assert read_check_module(workplace.checks).points == {"normalize": 3, "add_channel": 1}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reference, digits", "digits, *, reference"),
        ("learner, reference, digits", "learner, expected"),
        (
            "    @pytest.mark.points(2)\n    def test_agrees_with_the_reference(self, learner, ref",
            "    @pytest.mark.hidden\n    @pytest.mark.points(2)\n    def test_agrees(self, ref",
        ),
        (
            "    @pytest.mark.points(2)\n    def test_agrees_with_the_reference(self, learner, ref",
            '    @pytest.mark.usefixtures("named")\n    @pytest.mark.points(2)\n'
            "    def test_agrees(self, x",
        ),
    ],
)
def test_a_test_is_hidden_by_its_mark_or_by_any_way_to_the_reference(
    workplace: Any, old: str, new: str
) -> None:
    workplace.change_checks(
        "import assert_allclose\n",
        "import assert_allclose\n\n"
        "@pytest.fixture\ndef expected(answers):\n    return answers\n\n"
        "@pytest.fixture(name='answers')\ndef _answers(reference):\n    return reference\n\n"
        "@pytest.fixture(name='named')\ndef _named(expected):\n    return expected\n\n",
    )
    workplace.change_checks(old, new)
    hidden = [test.hidden for test in read_check_module(workplace.checks).questions[0].tests]
    assert hidden == [False, True]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("    @pytest.mark.points(2)\n", "", "has no points"),
        ("points(2)", "points(-1)", "are `pytest.mark.points(-1)`"),
        ("points(2)", "points(1.5)", "are `pytest.mark.points(1.5)`"),
        ("points(2)", "points(True)", "are `pytest.mark.points(True)`"),
        ("points(2)", "points(n=2)", "are `pytest.mark.points(n=2)`"),
        ("points(2)", "points", "are `pytest.mark.points`"),
        ("points(2)", "points(2)\n    @pytest.mark.points(3)", "the same mark twice"),
        (
            '        """The result lies between 0 and 1."""\n',
            "",
            "`test_the_range_is_zero_to_one` has no docstring",
        ),
        (f"    hints = {NORMALIZE_HINTS}\n", "", 'question "normalize" has no hints'),
        ('"Divide by a constant.")', ")", 'hints of "normalize" are not three texts'),
        ('"Divide by a constant.")', '"Divide.", "By 255.")', "are not three texts"),
        ('"Divide by a constant.")', '" ")', "are not three texts"),
        ('"Divide by a constant.")', 'f"Divide by {TOP}.")', 'hints of "normalize" are computed'),
        (VISIBLE_TEST, "", 'question "normalize" has no visible test'),
        ('question("add_channel")', 'question("normalize")', "has a class already"),
        ("class TestAddChannel", "class TestNormalize", "a class `TestNormalize` already"),
        ("class TestAddChannel", "class AddChannel", "pytest does not collect `AddChannel`"),
        (
            '@pytest.mark.question("add_channel")\n',
            "",
            "`TestAddChannel` has tests but no question",
        ),
        ('question("add_channel")', "question(NAME)", "write `@pytest.mark.question"),
        ('question("add_channel")', 'question("add_channel", 3)', "write `@pytest.mark.question"),
        (
            'question("add_channel")',
            'question("add_channel", page="")',
            "takes its name and lesson",
        ),
        ("points(2)", 'points(2)\n    @pytest.mark.parametrize("n", [1])', "is parametrized"),
        ("points(2)", "points(2)\n    @secret", "cannot tell what `@secret` does"),
        ("test_agrees_with_the_reference", "test_the_range_is_zero_to_one", "stands twice in"),
        (
            "import numpy as np\n",
            "import numpy as np\npytestmark = 1\n",
            "`pytestmark` is not read",
        ),
        ("import numpy as np\n", "import numpy as np; X = 1\n", "two statements in one line"),
        ("import numpy as np\n", "import numpy as\n", "not valid Python"),
        (
            "import assert_allclose\n",
            "import assert_allclose\n\ndef test_alone(learner):\n    pass\n",
            "`test_alone` belongs to no question",
        ),
        (
            "import assert_allclose\n",
            "import assert_allclose\n\n@pytest.fixture(autouse=True)\ndef all(reference): pass\n",
            "brings the reference into every test",
        ),
    ],
)
def test_a_check_module_that_would_be_miscounted_is_refused(
    workplace: Any, old: str, new: str, problem: str
) -> None:
    workplace.change_checks(old, new)
    error = refusal(workplace)
    assert problem in error.problem
    assert error.path == workplace.checks
    assert error.line


def test_a_missing_check_module_is_named(workplace: Any) -> None:
    workplace.checks.unlink()
    assert "test_04_prepare.py: this check module is missing" in str(refusal(workplace))


def test_a_question_without_an_exercise_is_refused(workplace: Any) -> None:
    line = workplace.change_checks('question("add_channel")', 'question("add_chanel")')
    error = refusal(workplace)
    assert error.path == workplace.checks
    assert error.line == line + 1
    assert 'question "add_chanel" has no exercise' in error.problem


def test_an_exercise_without_a_question_is_refused(workplace: Any) -> None:
    text = workplace.checks.read_text()
    workplace.checks.write_text(text[: text.index('@pytest.mark.question("add_channel")')])
    error = refusal(workplace)
    assert error.path == workplace.script
    assert 'exercise "add_channel" has no question' in error.problem


def test_exercises_of_two_sections_do_not_share_a_name(workplace: Any) -> None:
    other = workplace.script.with_name("05_build.py")
    other.write_text(workplace.script.read_text())
    (workplace.checks_dir / "test_05_build.py").write_text(workplace.checks.read_text())
    with pytest.raises(AuthoringError, match=r'"normalize" stands in 04_prepare\.py already'):
        read_sections([other, workplace.script], workplace.checks_dir)


def test_an_exercise_without_a_solution_region_is_refused(workplace: Any) -> None:
    _hand_out_solved(workplace)
    error = refusal(workplace)
    assert error.path == workplace.script
    assert 'exercise "add_channel" has no solution region' in error.problem


def test_a_warm_up_without_points_is_handed_out_solved(workplace: Any) -> None:
    _hand_out_solved(workplace)
    text = workplace.checks.read_text()
    head, class_of_it, tests = text.partition("class TestAddChannel")
    workplace.checks.write_text(head + class_of_it + tests.replace("points(1)", "points(0)"))
    section = read_section(workplace.script, workplace.checks_dir)
    assert section.checks.points["add_channel"] == 0
    (cell,) = [cell for cell in section.source_notebook().cells if cell.id == "add_channel"]
    assert not cell.metadata.nbgrader.solution


def _hand_out_solved(workplace: Any) -> None:
    head, exercise, tail = workplace.script.read_text().partition("def add_channel")
    for marker in ("    ### BEGIN SOLUTION\n", "    ### END SOLUTION\n"):
        tail = tail.replace(marker, "", 1)
    workplace.script.write_text(head + exercise + tail)
