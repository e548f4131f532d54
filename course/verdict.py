"""What the checks of one exercise found, as data and as text."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Measurement:
    """A quantity that varies from run to run, and the threshold that a check holds it against.

    Attributes:
        quantity: what was measured, such as ``"accuracy after 40 steps"``.
        at_least: True if the value has to reach the threshold, False if it has to stay below.
    """

    quantity: str
    value: float
    threshold: float
    at_least: bool = True


@dataclass(frozen=True)
class CheckResult:
    """One check of a question.

    Attributes:
        title: what the check looks at, in the learner's terms.
        points: what it is worth.
        passed: True only after the check ran and held.
        message: why not, empty if it passed. Never an expected value of a hidden check.
        hidden: True if learners do not have this check.
        measured: what it measured, if it depends on chance.
    """

    title: str
    points: int
    passed: bool
    message: str = ""
    hidden: bool = False
    measured: tuple[Measurement, ...] = ()

    @property
    def earned(self) -> int:
        """Points earned: all or nothing for a single check."""
        return self.points if self.passed else 0


@dataclass(frozen=True)
class Verdict:
    """All that the checks found about one question."""

    question: str
    checks: tuple[CheckResult, ...]
    lesson: str = ""
    hints: tuple[str, ...] = field(default=(), repr=False)

    @property
    def earned(self) -> int:
        """Points earned."""
        return sum(check.earned for check in self.checks)

    @property
    def points(self) -> int:
        """Points that can be earned."""
        return sum(check.points for check in self.checks)

    @property
    def passed(self) -> bool:
        """True if there are checks and all of them hold."""
        return bool(self.checks) and all(check.passed for check in self.checks)

    def explained(self) -> Iterator[tuple[CheckResult, str]]:
        """Yield each check with why it failed; "" if it passed, or if that was said before."""
        said: set[str] = set()
        for check in self.checks:
            is_news = not check.passed and check.message not in said
            said.add(check.message)
            yield check, check.message if is_news else ""

    def reasons(self) -> list[str]:
        """Say why points were lost, each reason once, in the order of the checks."""
        return list(dict.fromkeys(check.message for check in self.checks if not check.passed))
