"""Files that call themselves models, and notebooks that patch Keras, with the real zygote."""

import base64
import io
import json
import marshal
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.authoring.section import read_section
from autograder.grading import Assignment, Bench, Graded, grade_submission
from autograder.provisioner import use_zygote
from autograder.sandbox import Zygote

pytestmark = [pytest.mark.sandbox, pytest.mark.slow]
MARK = "/tmp/hostile-was-here-too"
SCRIPT = '''\
# %% locked=true
from course import check


# %% exercise="name_of_model" hands_in="model.keras"
def name_of_model():
    """Return the name of the file."""
    ### BEGIN SOLUTION
    return "model.keras"
    ### END SOLUTION


# %% check="name_of_model"
check("name_of_model")
'''
CHECKS = '''\
import pytest

from course import probes


@pytest.mark.question("name_of_model")
class TestModel:
    hints = ("The idea.", "The symptom.", "Nearly the code.")

    @pytest.mark.points(4)
    def test_model(self, learner, handed_in):
        """The file holds a model."""
        facts = handed_in.ask(probes.describe_saved_model, learner.name_of_model())
        assert facts["problem"] is None, f"In the file is no model: {facts['problem']}."
'''
PATCHED_KERAS = """
import keras

keras.saving.load_model = lambda *a, **k: keras.Sequential([keras.layers.Flatten()])
keras.Model.evaluate = keras.Model.predict = lambda *a, **k: 1.0
keras.layers.Lambda.__init__ = lambda self, *a, **k: None
"""


def packed(*layers: dict[str, Any], **files: bytes) -> bytes:
    """Return a .keras file of a plan with these layers, and with other files in it."""
    first = {"batch_shape": [None, 28, 28, 1], "dtype": "float32", "name": "first"}
    plan = {
        "module": "keras",
        "class_name": "Sequential",
        "config": {"name": "mine", "layers": [layer("InputLayer", first), *layers]},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("config.json", json.dumps(plan))
        archive.writestr("metadata.json", json.dumps({"keras_version": "3.10.0"}))
        for name, content in files.items():
            archive.writestr(name.replace("_UP_", "../").replace("__", "."), content)
    return buffer.getvalue()


def layer(kind: str, config: dict[str, Any], module: str = "keras.layers") -> dict[str, Any]:
    """Return the plan of one layer."""
    return {"module": module, "class_name": kind, "config": config, "registered_name": None}


def runs_code() -> dict[str, Any]:
    """Return a Lambda layer with code in it."""
    code = compile(f"open({MARK!r}, 'w')", "layer", "eval")
    encoded = base64.b64encode(marshal.dumps(code)).decode()
    function = {
        "class_name": "__lambda__",
        "config": {"code": encoded, "defaults": None, "closure": None},
    }
    return layer("Lambda", {"name": "mine", "function": function})


FILES = {
    "code in a layer": (packed(runs_code()), "unsafe"),
    "a command as a layer": (packed(layer("system", {"command": "true"}, "os")), "custom"),
    "a file outside": (
        packed(_UP__UP__UP__UP_tmp_x=b"x", model__weights__h5=b"no weights"),
        "broken",
    ),
    "a bomb": (packed(model__weights__h5=bytes(300 * 2**20)), "swollen"),
    "a pickle": (b"\x80\x04c" + b"os\nsystem\n(S'true'\ntR.", "pickle"),
    "no archive": (b"keras" * 100, "other_format"),
    "half an archive": (packed(runs_code())[:-40], "broken"),
}


@pytest.fixture(scope="module")
def assignment(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    folder = tmp_path_factory.mktemp("models")
    (folder / "solutions").mkdir()
    script, checks = folder / "solutions" / "01_model.py", folder / "test_01_model.py"
    script.write_text(SCRIPT)
    checks.write_text(CHECKS)
    source = nbformat.writes(read_section(script, folder).source_notebook())
    return Assignment("01_model", source, checks, {"model.keras": b""})


@pytest.fixture(scope="module")
def worker(assignment: Assignment) -> Iterator[Bench]:
    with Zygote() as zygote:
        address = zygote.wait_until_ready()
        use_zygote(address)
        with Bench(address, [assignment]) as bench:
            yield bench


def graded(assignment: Assignment, worker: Bench, file: bytes, before: str = "") -> Graded:
    """Grade the solved notebook with a file beside it."""
    notebook = assignment.notebook()
    (cell,) = [cell for cell in notebook.cells if cell.id == "name_of_model"]
    cell.source = f"{before}\n{cell.source}"
    data = nbformat.writes(notebook).encode()
    return grade_submission(data, assignment, worker, {"model.keras": file})


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("patch", ["", PATCHED_KERAS], ids=["plain", "patched"])
def test_a_file_that_is_no_model_earns_nothing_and_runs_nothing(
    assignment: Assignment, worker: Bench, kind: str, patch: str
) -> None:
    file, problem = FILES[kind]
    result = graded(assignment, worker, file, patch)
    assert result.earned == 0
    assert result.losses()[0]["reason"].startswith(f"In the file is no model: {problem}.")
    assert not Path(MARK).exists()
    assert not Path("/tmp/x").exists()


def test_a_model_earns_its_points(assignment: Assignment, worker: Bench) -> None:
    sample = Path(__file__).parents[2] / "autograder" / "samples" / "final_model.keras"
    assert graded(assignment, worker, sample.read_bytes(), PATCHED_KERAS).earned == 4
