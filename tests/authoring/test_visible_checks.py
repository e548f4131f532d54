"""The released copy of a check module holds the visible tests, and no word of a hidden one."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from autograder.authoring.visible_checks import BANNER, undefined_names, visible_source

# Everything that belongs to a hidden test says "secret" somewhere.
MODULE = '''\
"""Checks of 04_prepare."""

import json  # secret
from math import (
    floor,
    sqrt,  # secret
)

import numpy as np
import pytest
import scipy.stats as secret_stats
from course import probes, wire
from numpy.testing import assert_allclose as secret_allclose

TOLERANCE = 1e-5  # of visible tests
SECRET_ANSWERS = [1, 2, 3]
# Appended, since secret.
SECRET_ANSWERS.append(4)
CASES = [1]
CASES.append(2)


# Section: secret helpers.

# The secret helper.
def _compare_secrets(a, b):
    secret_allclose(a, b)
    return _deeper_secret()
    # A secret afterthought.


def _deeper_secret():
    return json.dumps(SECRET_ANSWERS), secret_stats, sqrt(2), wire


def _name_the_mistake(scaled):
    """Say what went wrong."""
    return f"{floor(np.max(scaled))}, {TOLERANCE}"  # stays


@pytest.fixture
def secret_answer(reference):
    return reference


@pytest.fixture
def halves(rng):
    return _half(rng)


def _half(rng):
    return rng.random()


def unused_secret():
    pass


class SecretThing:
    pass


@pytest.mark.question("normalize")
class TestNormalize:
    """Scale."""

    hints = ("a", "b", "c")

    # A secret constant.
    SECRET = 3
    """What is secret of it."""
    LIMIT = 1

    # A comment of the first test.
    @pytest.mark.points(1)
    def test_first(self, learner, halves):
        """First."""
        scaled = learner.normalize(CASES)
        assert np.max(scaled) <= self.LIMIT, self._say(scaled)
        # The end of the first test.

    def _say(self, scaled):
        sqrt = _name_the_mistake(scaled)
        return sqrt

    # The secret test compares.
    # It does so in secret.
    @pytest.mark.points(1)
    def test_secret_agreement(self, learner, reference):
        """Secretly agrees."""
        _compare_secrets(learner.normalize(1), self._secret_case())
        # The secret end.

    def _secret_case(self):
        return self.SECRET

    @pytest.mark.points(1)
    def test_second(self, learner):
        """Second."""
        probes.describe(learner)

    @pytest.mark.points(1)
    def test_secret_fixture(self, learner, secret_answer):
        """Secret again."""

    @pytest.mark.hidden
    @pytest.mark.points(1)
    def test_marked(self, learner):
        """Secret by its mark."""

    # A secret remark at the end of the class.


@pytest.mark.hidden
@pytest.mark.question("secret")
class TestSecretClass:
    @pytest.mark.points(1)
    def test_it(self, learner):
        """Secret."""


# Secret closing words.
'''

RELEASED = '''\
"""Checks of 04_prepare."""

from math import floor

import numpy as np
import pytest
from course import probes

TOLERANCE = 1e-5  # of visible tests
CASES = [1]
CASES.append(2)


def _name_the_mistake(scaled):
    """Say what went wrong."""
    return f"{floor(np.max(scaled))}, {TOLERANCE}"  # stays


@pytest.fixture
def halves(rng):
    return _half(rng)


def _half(rng):
    return rng.random()


@pytest.mark.question("normalize")
class TestNormalize:
    """Scale."""

    hints = ("a", "b", "c")

    LIMIT = 1

    # A comment of the first test.
    @pytest.mark.points(1)
    def test_first(self, learner, halves):
        """First."""
        scaled = learner.normalize(CASES)
        assert np.max(scaled) <= self.LIMIT, self._say(scaled)
        # The end of the first test.

    def _say(self, scaled):
        sqrt = _name_the_mistake(scaled)
        return sqrt

    @pytest.mark.points(1)
    def test_second(self, learner):
        """Second."""
        probes.describe(learner)
'''


def test_what_stays_is_the_authors_text_and_the_rest_is_gone() -> None:
    assert visible_source(MODULE) == BANNER + RELEASED


def test_no_word_of_a_hidden_test_remains() -> None:
    assert "secret" in MODULE.lower()
    assert "secret" not in visible_source(MODULE).lower()


def test_a_module_without_hidden_tests_is_released_as_it_is() -> None:
    assert visible_source(RELEASED) == BANNER + RELEASED


def test_the_released_copy_is_stable_under_the_formatter(tmp_path: Path) -> None:
    ruff = shutil.which("ruff", path=str(Path(sys.executable).parent)) or shutil.which("ruff")
    assert ruff, "ruff comes with the dev extra"
    path = tmp_path / "test_04_prepare.py"
    path.write_text(visible_source(MODULE))
    command = [ruff, "format", "--isolated", "--line-length", "100", "--diff", str(path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_released_copy_defines_every_name_it_uses() -> None:
    assert undefined_names(visible_source(MODULE)) == set()
    assert undefined_names("import math\nmath.floor(number)\n") == {"number"}


def test_released_checks_are_collected_by_pytest(workplace: Any) -> None:
    released = workplace.root / "released" / "test_04_prepare.py"
    released.parent.mkdir()
    released.write_text(visible_source(workplace.checks.read_text()))
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    command += ["--import-mode=importlib", f"--rootdir={released.parent}", str(released)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=released.parent)
    assert "test_the_range_is_zero_to_one" in done.stdout, done.stdout + done.stderr
    assert "reference" not in done.stdout


def visible(source: str) -> str:
    return visible_source(dedent(source)).removeprefix(BANNER)


def test_a_name_that_is_local_to_a_visible_test_does_not_keep_a_helper() -> None:
    released = visible("""\
        def secret():
            return 1


        class TestA:
            def test_visible(self, learner):
                secret = learner.f()
                assert [secret for secret in secret], secret

            def test_hidden(self, reference):
                assert secret()
        """)
    assert "def secret" not in released
    assert "def test_visible" in released


def test_a_helper_of_a_helper_stays() -> None:
    released = visible("""\
        def first():
            return second()


        def second():
            return LIMIT


        LIMIT = 1


        class TestA:
            def test_visible(self, learner):
                assert first()
        """)
    assert "def second" in released
    assert "LIMIT = 1" in released


def test_what_pytest_calls_by_itself_stays() -> None:
    released = visible("""\
        import pytest


        class TestA:
            def setup_method(self):
                self.seed = 1

            @pytest.fixture(autouse=True)
            def _quiet(self, monkeypatch):
                monkeypatch.setenv("QUIET", "1")

            def test_visible(self, learner):
                assert self.seed
        """)
    assert "setup_method" in released
    assert "_quiet" in released


def test_a_class_of_hidden_tests_goes_as_a_whole() -> None:
    released = visible("""\
        class TestA:
            def test_visible(self, learner):
                pass


        class TestB:
            hints = ("secret", "", "")

            def test_hidden(self, reference):
                pass
        """)
    assert ast.dump(ast.parse(released)) == ast.dump(
        ast.parse("class TestA:\n    def test_visible(self, learner):\n        pass\n")
    )


def test_a_first_member_that_goes_leaves_no_gap() -> None:
    released = visible("""\
        class TestA:
            # secret
            def test_hidden(self, reference):
                pass

            # visible
            def test_visible(self, learner):
                pass
        """)
    assert released.startswith("class TestA:\n    # visible\n")


def test_a_comment_at_the_end_of_a_test_shares_its_fate() -> None:
    released = visible("""\
        class TestA:
            def test_hidden(self, reference):
                pass
                # secret

            def test_visible(self, learner):
                pass
                # visible

            def test_hidden_too(self, reference):
                pass
        """)
    assert "# secret" not in released
    assert "# visible" in released


def test_a_constant_of_a_class_keeps_the_constant_it_is_made_of() -> None:
    released = visible("""\
        class TestA:
            SIDE = 28
            AREA = SIDE * SIDE

            def test_visible(self, learner):
                assert self.AREA
        """)
    assert "SIDE = 28" in released


@pytest.mark.parametrize("line", ["import os, json", "from os import path, sep as json"])
def test_a_partly_used_import_loses_the_rest(line: str) -> None:
    used = "os" if line.startswith("import") else "path"
    released = visible(f"""\
        {line}


        class TestA:
            def test_visible(self, learner):
                {used}

            def test_hidden(self, reference):
                json
        """)
    assert "json" not in released
    assert undefined_names(released) == set()
