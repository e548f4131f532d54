"""A graded question as text: points, each check, and why points were lost."""

from course.verdict import CheckResult, Verdict


def verdict_text(verdict: Verdict) -> str:
    """Return a verdict as plain text."""
    lines = [f"{verdict.question}: {verdict.earned} of {verdict.points} points"]
    said: set[str] = set()
    for check in verdict.checks:
        lines.append(f"  {_mark(check)} {check.title} ({check.earned}/{check.points})")
        if not check.passed and check.message not in said:
            lines.append(f"      {check.message}")
            said.add(check.message)
    return "\n".join(lines)


def _mark(check: CheckResult) -> str:
    return "✓" if check.passed else "✗"
