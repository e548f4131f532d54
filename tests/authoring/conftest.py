"""A small sound section, and a workplace in which tests break it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPT = '''\
# %% [markdown]
# # 04 · Prepare
#
# Fit the preparation on train alone.

# %% locked=true
import numpy as np

from course import check

# %% [markdown]
# Scale the pixels.


# %% exercise="normalize"
def normalize(images, top=255):
    """Scale pixels to [0, 1].

    uint8 (N, 28, 28) in, float32 (N, 28, 28) out: 51 becomes 0.2.
    """
    ### BEGIN SOLUTION
    scaled = images.astype("float32")
    return scaled / top
    ### END SOLUTION


# %% check="normalize"
check("normalize")


# %% exercise="add_channel"
def add_channel(images):
    """Give images a last axis of length 1: (N, 28, 28) becomes (N, 28, 28, 1)."""
    ### BEGIN SOLUTION
    return images[..., np.newaxis]
    ### END SOLUTION


# %% check="add_channel"
check("add_channel")

# %% [markdown] question="why-scale" points=2
# **Why is scaling required?**
#
# ### BEGIN MARK SCHEME
# - 1 point: one step size has to suit all the weights.
# - 1 point: names the spread of the inputs.
# ### END MARK SCHEME

# %% experiment=true
for epoch in range(100):
    print(epoch)

# %%
1 + 1
'''

CHECKS = '''\
"""Checks of 04_prepare."""

import numpy as np
import pytest
from numpy.testing import assert_allclose


@pytest.mark.question("normalize", lesson="04-prepare#scale")
class TestNormalize:
    hints = ("Think of the range.", "A largest value of 255 is too large.", "Divide by a constant.")

    @pytest.mark.points(1)
    def test_the_range_is_zero_to_one(self, learner, digits):
        """The result lies between 0 and 1."""
        assert np.max(learner.normalize(digits)) <= 1, "The largest value is above 1."

    @pytest.mark.points(2)
    def test_agrees_with_the_reference(self, learner, reference, digits):
        """Values agree with the reference on digits you have not seen."""
        assert_allclose(learner.normalize(digits), reference.normalize(digits))


@pytest.mark.question("add_channel")
class TestAddChannel:
    hints = ("Count the axes.", "(1, N, 28, 28) is channel first.", "An index can hold np.newaxis.")

    @pytest.mark.points(1)
    def test_the_last_axis_has_length_one(self, learner, digits):
        """The last axis has length 1."""
        assert np.shape(learner.add_channel(digits))[-1] == 1, "The last axis is longer."
'''


@dataclass(frozen=True)
class Workplace:
    """Folders of a course with one section, `04_prepare`."""

    root: Path

    @property
    def script(self) -> Path:
        return self.root / "solutions" / "04_prepare.py"

    @property
    def checks_dir(self) -> Path:
        return self.root / "checks"

    @property
    def checks(self) -> Path:
        return self.checks_dir / "test_04_prepare.py"

    @property
    def exercises_dir(self) -> Path:
        return self.root / "exercises"

    @property
    def work_dir(self) -> Path:
        return self.root / "build"

    def change_script(self, old: str, new: str) -> int:
        """Replace a piece of the script; return the line where it began."""
        return _change(self.script, old, new)

    def change_checks(self, old: str, new: str) -> int:
        """Replace a piece of the check module; return the line where it began."""
        return _change(self.checks, old, new)


def _change(path: Path, old: str, new: str) -> int:
    text = path.read_text()
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new))
    return text[: text.index(old)].count("\n") + 1


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    place = Workplace(tmp_path)
    place.script.parent.mkdir()
    place.checks_dir.mkdir()
    place.script.write_text(SCRIPT)
    place.checks.write_text(CHECKS)
    return place


@pytest.fixture
def write_script(tmp_path: Path) -> Callable[[str], Path]:
    """Write a script of one's own and return its path."""

    def write(text: str, name: str = "04_prepare.py") -> Path:
        path = tmp_path / name
        path.write_text(text)
        return path

    return write
