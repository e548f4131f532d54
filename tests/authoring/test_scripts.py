"""A script that cannot be released is refused, with its file, its line and how to mend it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.authoring import AuthoringError, Kind, read_script

NORMALIZE = '''\
# %% exercise="normalize"
def normalize(images):
    """Scale."""
    ### BEGIN SOLUTION
    return images / 255
    ### END SOLUTION

# %% check="normalize"
check("normalize")
'''
QUESTION = """\
# %% [markdown] question="why-scale" points=2
# Why?
#
# ### BEGIN MARK SCHEME
# - 1 point: because.
# ### END MARK SCHEME
"""


def refusal(path: Path) -> AuthoringError:
    with pytest.raises(AuthoringError) as caught:
        read_script(path)
    return caught.value


def test_a_sound_script_is_read_with_kinds_names_and_lines(workplace: Any) -> None:
    script = read_script(workplace.script)
    assert script.name == "04_prepare"
    assert [cell.kind for cell in script.cells] == [
        Kind.PROSE,
        Kind.LOCKED,
        Kind.PROSE,
        Kind.EXERCISE,
        Kind.CHECK,
        Kind.EXERCISE,
        Kind.CHECK,
        Kind.QUESTION,
        Kind.EXPERIMENT,
        Kind.CODE,
    ]
    lines = workplace.script.read_text().split("\n")
    for cell in script.cells:
        assert lines[cell.line - 1].startswith("# %%")
        assert lines[cell.first_line - 1].removeprefix("# ") == cell.source.split("\n")[0]
    (question,) = script.of_kind(Kind.QUESTION)
    assert (question.name, question.points) == ("why-scale", 2)


def test_the_message_names_file_line_and_mend_as_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workplace: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    line = workplace.change_script('exercise="add_channel"', 'exercize="add_channel"')
    assert str(refusal(workplace.script)) == (
        f'solutions/04_prepare.py, line {line}: unknown option "exercize". Write exercise=…, '
        "check=…, question=…, points=…, hands_in=…, experiment=true or locked=true, with names in "
        'double quotes, as in exercise="normalize".'
    )


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            'exercise="normalize"',
            'exercise="normalize" difficulty=2',
            'unknown option "difficulty"',
        ),
        ('exercise="normalize"', "exercise normalize", 'unknown text "exercise normalize"'),
        ('exercise="normalize"', "exercise=normalize", "cannot read the options"),
        ('exercise="normalize"', "exercise", 'unknown text "exercise"'),
        ('exercise="normalize"', "exercise=3", "takes a name in double quotes"),
        ('exercise="normalize"', 'exercise="normalize" locked=true', "exercise and locked on one"),
        ('exercise="normalize"', 'exercise="normalize" points=3', "written on questions only"),
        ('exercise="normalize"', 'exercise="1st"', "no name of a function"),
        ('exercise="normalize"', 'exercise="größe"', "no name of a function"),
        ('exercise="normalize"', '[markdown] exercise="normalize"', "exercise on a markdown cell"),
        ('check="normalize"', '[markdown] check="normalize"', "check on a markdown cell"),
        ("experiment=true", "[markdown] experiment=true", "experiment on a markdown cell"),
        ("experiment=true", "experiment=false", "left out or written experiment=true"),
        ("locked=true", "locked", 'unknown text "locked"'),
        ("locked=true", "[raw]", "a raw cell has no place here"),
        ('[markdown] question="why', 'question="why', 'question "why-scale" is a code cell'),
        ('question="why-scale"', 'question="Why_Scale"', "no name of a question"),
        ('question="why-scale"', 'question="check-normalize"', "no name of a question"),
        (" points=2", "", 'question "why-scale" has no points'),
        (" points=2", " points=0", 'question "why-scale" is worth 0'),
        (" points=2", " points=true", 'question "why-scale" is worth True'),
        (" points=2", ' points="2"', "question \"why-scale\" is worth '2'"),
        ('check="normalize"', 'check="scale"', 'check "scale" has no exercise before it'),
        ('check("normalize")', 'check("add_channel")', 'check "normalize" does not check it'),
    ],
)
def test_a_cell_that_says_the_wrong_thing_is_refused(
    workplace: Any, old: str, new: str, problem: str
) -> None:
    line = workplace.change_script(old, new)
    error = refusal(workplace.script)
    assert problem in error.problem
    # A call stands in the line below the marker that is named.
    assert error.line == (line - 1 if old.startswith("check(") else line)


def test_points_of_a_question_may_be_halves(workplace: Any) -> None:
    workplace.change_script(" points=2", " points=1.5")
    (question,) = read_script(workplace.script).of_kind(Kind.QUESTION)
    assert question.points == 1.5


def test_an_exercise_without_a_check_after_it_is_refused(
    write_script: Callable[..., Path],
) -> None:
    exercise, _, check = NORMALIZE.partition("# %% check")
    assert 'exercise "normalize" has no check after it' in refusal(write_script(exercise)).problem
    above = write_script("# %% check" + check + exercise)
    assert 'check "normalize" has no exercise before it' in refusal(above).problem


@pytest.mark.parametrize("twice", [NORMALIZE, QUESTION])
def test_a_name_that_stands_twice_is_refused(write_script: Callable[..., Path], twice: str) -> None:
    error = refusal(write_script(twice + "\n" + twice))
    assert error.line == twice.count("\n") + 2
    assert "stands in line 1 already" in error.problem


def test_an_exercise_checked_twice_is_refused(write_script: Callable[..., Path]) -> None:
    again = '\n# %% check="normalize"\ncheck("normalize")\n'
    assert 'check "normalize" stands in line 8' in refusal(write_script(NORMALIZE + again)).problem


def test_a_question_without_a_mark_scheme_is_refused(write_script: Callable[..., Path]) -> None:
    bare = '# %% [markdown] question="why-scale" points=2\n# Why?\n'
    assert 'question "why-scale" has no mark scheme' in refusal(write_script(bare)).problem
    empty = bare + "#\n# ### BEGIN MARK SCHEME\n# ### END MARK SCHEME\n"
    assert 'question "why-scale" has no mark scheme' in refusal(write_script(empty)).problem


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("    ### END SOLUTION\n", "", 4, "BEGIN SOLUTION without an END"),
        ("    ### BEGIN SOLUTION\n", "", 5, "END SOLUTION without a BEGIN"),
        (
            "    ### END SOLUTION\n",
            "    ### BEGIN SOLUTION\n    ### END SOLUTION\n",
            6,
            "a second BEGIN SOLUTION",
        ),
        ("### BEGIN SOLUTION", "### SOLUTION", 6, "END SOLUTION without a BEGIN"),
        ('exercise="normalize"', "locked=true", 4, "a solution region outside an exercise"),
        ("# ### END MARK SCHEME\n", "", 14, "BEGIN MARK SCHEME without an END"),
        ("# ### BEGIN MARK SCHEME\n", "", 15, "END MARK SCHEME without a BEGIN"),
        (' question="why-scale" points=2', "", 14, "a mark scheme outside a question"),
    ],
)
def test_markers_that_do_not_pair_up_are_refused(
    write_script: Callable[..., Path], old: str, new: str, line: int, problem: str
) -> None:
    text = NORMALIZE + "\n" + QUESTION
    assert old in text
    error = refusal(write_script(text.replace(old, new)))
    assert (error.line, problem in error.problem) == (line, True), error


def test_code_that_does_not_parse_is_refused_with_its_own_line(
    write_script: Callable[..., Path],
) -> None:
    error = refusal(write_script(NORMALIZE.replace("images / 255", "images / ")))
    assert error.line == 5
    assert "the solution is not valid Python" in error.problem
    error = refusal(write_script(NORMALIZE + "\n# %%\n\nx = 1\ny = = 2\n"))
    assert error.line == 14
    assert "the cell is not valid Python" in error.problem


def test_a_stub_that_does_not_parse_is_refused(write_script: Callable[..., Path]) -> None:
    dedented = NORMALIZE.replace("    ### BEGIN", "### BEGIN").replace(
        "    ### END SOLUTION\n", "### END SOLUTION\n    print()\n"
    )
    error = refusal(write_script(dedented))
    assert "the stub is not valid Python" in error.problem
    assert "indent the markers" in error.problem


def test_magics_and_commands_of_a_notebook_count_as_code(write_script: Callable[..., Path]) -> None:
    script = read_script(write_script(NORMALIZE + "\n# %%\n# %matplotlib inline\n# !ls\n"))
    assert script.cells[-1].source == "%matplotlib inline\n!ls"


def test_a_stub_without_the_solutions_signature_is_refused(
    write_script: Callable[..., Path],
) -> None:
    other = NORMALIZE.replace(
        "    return images / 255\n",
        "    return images / 255\ndef normalize(images, top):\n    '''Scale.'''\n",
    )
    error = refusal(write_script(other))
    assert "stub and solution of `normalize` have not the same signature" in error.problem


def test_a_stub_without_the_solutions_docstring_is_refused(
    write_script: Callable[..., Path],
) -> None:
    other = NORMALIZE.replace(
        "    ### END SOLUTION",
        'def normalize(images):\n    """Scale down."""\n    ### END SOLUTION',
    )
    error = refusal(write_script(other))
    assert "stub and solution of `normalize` have not the same docstring" in error.problem


def test_helpers_beside_the_exercise_agree_too(write_script: Callable[..., Path]) -> None:
    helper = NORMALIZE.replace(
        "def normalize(images):",
        'def helper(a):\n    """Help."""\n\ndef normalize(images):',
    ).replace("    ### END SOLUTION", 'def helper(a, b):\n    """Help."""\n    ### END SOLUTION')
    error = refusal(write_script(helper))
    assert "stub and solution of `helper` have not the same signature" in error.problem


def test_an_exercise_defines_the_function_it_is_named_after(workplace: Any) -> None:
    line = workplace.change_script("def add_channel(images):", "def with_channel(images):")
    error = refusal(workplace.script)
    assert error.line == line - 1
    assert "does not define a function `add_channel`" in error.problem


def test_a_stub_that_lacks_the_function_is_refused(write_script: Callable[..., Path]) -> None:
    inside = NORMALIZE.replace("    ### BEGIN SOLUTION\n", "").replace(
        "def normalize", "### BEGIN SOLUTION\ndef normalize"
    )
    error = refusal(write_script(inside))
    assert 'the stub of exercise "normalize" does not define a function' in error.problem


def test_an_exercise_without_a_docstring_is_refused(write_script: Callable[..., Path]) -> None:
    error = refusal(write_script(NORMALIZE.replace('    """Scale."""\n', "")))
    assert "has no docstring" in error.problem


@pytest.mark.parametrize("name", ["prepare.py", "4_prepare.py", "04-prepare.py", "04_Prepare.py"])
def test_a_script_is_named_after_its_section(write_script: Callable[..., Path], name: str) -> None:
    error = refusal(write_script(NORMALIZE, name))
    assert "no name of a section" in error.problem


def test_a_cell_marker_inside_a_function_is_refused(write_script: Callable[..., Path]) -> None:
    text = NORMALIZE.replace('    """Scale."""', '    """Scale.\n\n# %% is no marker here\n    """')
    error = refusal(write_script(text))
    assert "cannot tell where cells begin" in error.problem


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('exercise="normalize"', 'exercise="normalize" hands_in="../model.keras"'),
        ('exercise="normalize"', 'exercise="normalize" hands_in=2'),
        ('check="normalize"', 'check="normalize" hands_in="model.keras"'),
    ],
)
def test_a_file_to_hand_in_is_named_on_an_exercise(
    write_script: Callable[..., Path], old: str, new: str
) -> None:
    error = refusal(write_script(NORMALIZE.replace(old, new)))
    assert "`hands_in`" in error.problem
    right = write_script(
        NORMALIZE.replace('exercise="normalize"', 'exercise="normalize" hands_in="a.keras"')
    )
    (exercise,) = read_script(right).of_kind(Kind.EXERCISE)
    assert exercise.hands_in == "a.keras"
