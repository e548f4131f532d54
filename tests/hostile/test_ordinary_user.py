"""The hostile class, graded by someone who is not root: it holds as well."""

import json
import shutil
import tempfile
from pathlib import Path

import pytest
from ordinary_user import as_ordinary_user, clone_into, give_to_user
from strangers import strangers

pytestmark = [pytest.mark.sandbox, pytest.mark.proof]
# Who can read every file is root alone; an ordinary user tells the owner that it cannot be read.
FOR_ROOT = {"broken/no_rights"}


def test_an_ordinary_user_contains_the_strangers_as_well() -> None:
    names = [one.name for one in strangers() if not one.waits and one.name not in FOR_ROOT][::2]
    folder = Path(tempfile.mkdtemp(prefix="u-", dir="/tmp"))
    try:
        clone_into(folder, "course", "autograder", "tests/hostile")
        shutil.copy(Path(__file__).parents[1] / "conftest.py", folder / "clone" / "tests")
        give_to_user(folder)
        script = folder / "clone" / "tests" / "hostile" / "grade_strangers.py"
        said = as_ordinary_user(script, str(folder / "r"), *names, home=folder, seconds=900)
    finally:
        shutil.rmtree(folder)
    found = json.loads(said.splitlines()[-1])
    assert found.pop("user") != 0
    assert found.pop("tried") == len(names) > 50
    assert not any(found.values()), found
