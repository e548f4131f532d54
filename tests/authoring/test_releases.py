"""What is released runs, tells no secret, and comes out the same every time."""

import inspect
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.authoring import AuthoringError, read_script
from autograder.authoring.guarantees import check_checks, check_notebook, check_secrets
from autograder.authoring.release import Released, release, released_is_current, scripts_in
from autograder.authoring.section import read_section
from autograder.authoring.visible_checks import BANNER


def make_release(workplace: Any) -> Released:
    scripts = scripts_in(workplace.script.parent)
    (released,) = release(
        scripts, workplace.checks_dir, workplace.exercises_dir, workplace.work_dir
    )
    return released


def all_bytes(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def cell_sources(notebook: Path) -> dict[str, str]:
    return {cell.id: cell.source for cell in nbformat.read(notebook, as_version=4).cells}


def test_a_section_is_released_with_its_points(workplace: Any) -> None:
    released = make_release(workplace)
    folder = workplace.exercises_dir / "04_prepare"
    assert released == Released(
        name="04_prepare",
        source=workplace.work_dir / "source" / "04_prepare" / "04_prepare.ipynb",
        notebook=folder / "04_prepare.ipynb",
        checks=folder / "test_04_prepare.py",
        points=4,
        question_points=2,
    )
    assert sorted(folder.iterdir()) == [released.notebook, released.checks]


def test_the_stub_raises_and_keeps_signature_and_docstring(workplace: Any) -> None:
    released = make_release(workplace)
    stub: dict[str, Any] = {}
    solution: dict[str, Any] = {}
    exec(cell_sources(released.notebook)["normalize"], stub)
    exec(cell_sources(released.source)["normalize"], solution)
    with pytest.raises(NotImplementedError):
        stub["normalize"](None)
    assert inspect.signature(stub["normalize"]) == inspect.signature(solution["normalize"])
    assert stub["normalize"].__doc__ == solution["normalize"].__doc__


def test_no_secret_is_released(workplace: Any) -> None:
    make_release(workplace)
    text = b"".join(all_bytes(workplace.exercises_dir).values()).decode()
    assert "Why is scaling required?" in text
    for secret in (
        "SOLUTION",
        "scaled / top",
        "MARK SCHEME",
        "one step size",
        "the spread of the inputs",
        "test_agrees_with_the_reference",
        "you have not seen",
        "assert_allclose",
    ):
        assert secret not in text


def test_learners_cannot_edit_or_delete_what_is_graded(workplace: Any) -> None:
    cells = nbformat.read(make_release(workplace).notebook, as_version=4).cells
    metadata = {cell.id: cell.metadata for cell in cells}
    for locked in ("locked-1", "check-normalize", "why-scale"):
        assert (metadata[locked].editable, metadata[locked].deletable) == (False, False)
    assert metadata["normalize"].deletable is False
    assert "editable" not in metadata["normalize"]
    assert metadata["answer-why-scale"] == {}


def test_a_second_release_changes_nothing(workplace: Any) -> None:
    make_release(workplace)
    before = all_bytes(workplace.exercises_dir) | all_bytes(workplace.work_dir / "source")
    make_release(workplace)
    after = all_bytes(workplace.exercises_dir) | all_bytes(workplace.work_dir / "source")
    assert before == after


def test_a_changed_script_is_released_anew(workplace: Any) -> None:
    make_release(workplace)
    workplace.change_script("Scale the pixels.", "Scale all the pixels.")
    assert "Scale all the pixels." in make_release(workplace).notebook.read_text()


def test_what_an_earlier_run_left_broken_does_no_harm(workplace: Any) -> None:
    workplace.work_dir.mkdir()
    (workplace.work_dir / "release.db").write_text("no database")
    make_release(workplace)


def test_a_notebook_that_came_out_otherwise_is_not_released(
    workplace: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.authoring.release.STUB_LINES", ("return 1",))
    with pytest.raises(AuthoringError, match="not the one that the script promises"):
        make_release(workplace)


def test_a_release_from_elsewhere_changes_nothing(workplace: Any, tmp_path: Path) -> None:
    first = all_bytes(make_release(workplace).notebook.parent).values()
    scripts = scripts_in(workplace.script.parent)
    release(scripts, workplace.checks_dir, tmp_path / "other", tmp_path / "elsewhere" / "work")
    assert list(first) == list(all_bytes(tmp_path / "other").values())


def test_neither_path_nor_working_directory_matters(
    workplace: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.chdir(workplace.root)
    relative = [workplace.script.relative_to(workplace.root)]
    release(relative, Path("checks"), Path("exercises"), Path("build"))
    assert (workplace.exercises_dir / "04_prepare" / "04_prepare.ipynb").exists()
    assert Path.cwd() == workplace.root


def test_stale_checks_go_and_what_others_put_there_stays(workplace: Any) -> None:
    folder = make_release(workplace).notebook.parent
    (folder / "test_old_name.py").write_text(BANNER)
    (folder / "test_of_my_own.py").write_text("")
    (folder / "final_model.keras").write_bytes(b"")
    make_release(workplace)
    assert {path.name for path in folder.iterdir()} == {
        "04_prepare.ipynb",
        "test_04_prepare.py",
        "test_of_my_own.py",
        "final_model.keras",
    }


def test_a_current_release_is_recognized_and_an_old_one_named(workplace: Any) -> None:
    make_release(workplace)
    scripts = scripts_in(workplace.script.parent)
    arguments = scripts, workplace.checks_dir, workplace.exercises_dir
    assert released_is_current(*arguments) == []
    folder = workplace.exercises_dir / "04_prepare"
    with (folder / "04_prepare.ipynb").open("a") as notebook:
        notebook.write("\n")
    (folder / "test_04_prepare.py").unlink()
    left_over = workplace.exercises_dir / "03_old" / "03_old.ipynb"
    left_over.parent.mkdir()
    left_over.touch()
    before = all_bytes(workplace.exercises_dir)
    assert released_is_current(*arguments) == [
        left_over,
        folder / "04_prepare.ipynb",
        folder / "test_04_prepare.py",
    ]
    assert all_bytes(workplace.exercises_dir) == before, "looking changes nothing"


def test_one_unsound_section_leaves_all_exercises_as_they_were(workplace: Any) -> None:
    make_release(workplace)
    before = all_bytes(workplace.exercises_dir)
    workplace.change_script("Scale the pixels.", "Scale all the pixels.")
    workplace.script.with_name("05_build.py").write_text("# %%\n1 = 2\n")
    with pytest.raises(AuthoringError, match=r"05_build\.py, line 2"):
        make_release(workplace)
    assert all_bytes(workplace.exercises_dir) == before


@pytest.mark.parametrize(
    ("where", "old", "new", "problem"),
    [
        (
            "script",
            "# %%\n1 + 1",
            '# %%\nscaled = images.astype("float32")\n\nreturn_ = 1\n# %% [markdown]\n# For '
            'example:\n#     scaled = images.astype("float32")\n#     return scaled / top',
            r"the solution of `normalize` is told to learners in 04_prepare\.ipynb",
        ),
        (
            "script",
            "# Scale the pixels.",
            "# Answer below that\n# - 1 point: names the spread of the inputs.",
            r'the mark scheme of "why-scale" is told to learners in 04_prepare\.ipynb',
        ),
        (
            "checks",
            '"The last axis is longer."',
            '"The last axis is longer." # Not so in test_agrees_with_the_reference.',
            r"hidden test `test_agrees_with_the_reference` is told .* in test_04_prepare\.py",
        ),
        (
            "checks",
            '"""Checks of 04_prepare."""',
            '"""Checks of 04_prepare.\n\nValues agree with the reference on digits you have not '
            'seen.\n"""',
            r"hidden test `test_agrees_with_the_reference` is told .* in test_04_prepare\.py",
        ),
    ],
)
def test_a_secret_told_elsewhere_is_found(
    workplace: Any, where: str, old: str, new: str, problem: str
) -> None:
    change = workplace.change_script if where == "script" else workplace.change_checks
    change(old, new)
    with pytest.raises(AuthoringError, match=problem):
        make_release(workplace)
    assert not workplace.exercises_dir.exists()


def test_a_visible_test_needs_nothing_that_a_learner_lacks(workplace: Any) -> None:
    workplace.change_checks("import numpy as np\n", "import keras\nimport numpy as np\n")
    workplace.change_checks("np.shape(learner", "keras.ops.shape(learner")
    with pytest.raises(AuthoringError, match="a visible test needs `keras`"):
        make_release(workplace)


def test_a_released_check_that_would_not_run_is_found(workplace: Any) -> None:
    workplace.change_checks("np.shape(learner", "npp.shape(learner")
    with pytest.raises(AuthoringError, match="the released copy lacks npp"):
        make_release(workplace)


def test_nbgraders_own_complaint_is_passed_on(workplace: Any) -> None:
    workplace.change_script("1 + 1", "# BEGIN HIDDEN TESTS\n1 + 1")
    with pytest.raises(AuthoringError, match=r"nbgrader cannot generate it: .*[Hh]idden test"):
        make_release(workplace)


def test_the_guarantees_do_not_trust_the_generator(workplace: Any) -> None:
    released = make_release(workplace)
    section = read_section(workplace.script, workplace.checks_dir)
    check_notebook(section, released.notebook.read_text())
    with pytest.raises(AuthoringError, match="not the one that the script promises"):
        check_notebook(section, released.source.read_text())
    check_checks(section, released.checks.read_text())
    with pytest.raises(AuthoringError, match=r"TestNormalize\.test_agrees_with_the_reference"):
        check_checks(section, workplace.checks.read_text())
    with pytest.raises(AuthoringError, match="the solution of `normalize`"):
        check_secrets([section], [("a file", "\n".join(cell_sources(released.source).values()))])


def test_the_script_itself_is_only_read(workplace: Any) -> None:
    before = workplace.script.read_bytes(), workplace.checks.read_bytes()
    make_release(workplace)
    assert before == (workplace.script.read_bytes(), workplace.checks.read_bytes())
    assert read_script(workplace.script).path == workplace.script
