"""How a graded question looks in the feedback: points, each check, and why points were lost."""

import html

from course.verdict import CheckResult, Verdict


def verdict_text(verdict: Verdict) -> str:
    """Return a verdict as plain text."""
    lines = [f"{verdict.question}: {verdict.earned} of {verdict.points} points"]
    for check in verdict.checks:
        lines.append(f"  {_mark(check)} {check.title} ({check.earned}/{check.points})")
        if not check.passed:
            lines.append(f"      {check.message}")
    return "\n".join(lines)


def verdict_html(verdict: Verdict) -> str:
    """Return a verdict as HTML; all that came from the learner's code is escaped."""
    rows = []
    for check in verdict.checks:
        reason = "" if check.passed else f"<br><b>{html.escape(check.message)}</b>"
        rows.append(
            f"<li>{_mark(check)} {html.escape(check.title)} "
            f"({check.earned}/{check.points}){reason}</li>"
        )
    return (
        f"<p><b>{html.escape(verdict.question)}</b>: {verdict.earned} of {verdict.points} "
        f"points</p><ul>{''.join(rows)}</ul>"
    )


def _mark(check: CheckResult) -> str:
    return "✓" if check.passed else "✗"
