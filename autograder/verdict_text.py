"""A graded question as text: points, each check, and why points were lost."""

from course.verdict import Verdict


def verdict_text(verdict: Verdict) -> str:
    """Return a verdict as plain text."""
    lines = [f"{verdict.question}: {verdict.earned} of {verdict.points} points"]
    for check, reason in verdict.explained():
        mark = "✓" if check.passed else "✗"
        lines.append(f"  {mark} {check.title} ({check.earned}/{check.points})")
        if reason:
            lines.append(f"      {reason}")
    return "\n".join(lines)
