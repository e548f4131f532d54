"""What cannot be promised, as the security page says it, so that it is known when it changes."""

from typing import Any

import pytest

pytestmark = pytest.mark.sandbox

# Takes the place of what answers the judge. The values are a guess at what would be right.
ANSWERS_FOR_ITSELF = """
kernel = get_ipython().kernel
send = type(kernel.session).send

def claim(session, stream, kind, content=None, *args, **kwargs):
    if kind == "judge_reply":
        content = {"value": False if "changed" in str(asked[-1]) else 3}
        kwargs["buffers"] = []
    return send(session, stream, kind, content, *args, **kwargs)

asked = []
answer = kernel.shell_handlers["judge_request"]

async def listen(stream, ident, parent):
    asked.append(parent["content"]["name"])
    await answer(stream, ident, parent)

kernel.shell_handlers["judge_request"] = listen
type(kernel.session).send = claim
"""
SPOILS_ITS_ARGUMENTS = """
def double(numbers):
    numbers = np.asarray(numbers)
    numbers[:] = 7
    return numbers
"""


def test_a_notebook_that_answers_for_itself_can_claim_but_not_compute(
    course: Any, grade: Any
) -> None:
    honest = {
        check.title: check.passed
        for verdict in grade(course.solved(double=SPOILS_ITS_ARGUMENTS)).verdicts
        for check in verdict.checks
    }
    assert not honest["The numbers that came in are unchanged afterwards."]
    graded = grade(course.solved(double=f"{SPOILS_ITS_ARGUMENTS}\n{ANSWERS_FOR_ITSELF}"))
    passed = [check for verdict in graded.verdicts for check in verdict.checks if check.passed]
    # It can say that its arguments are unchanged, and what everyone can read in visible checks …
    assert {check.title for check in passed} == {
        "The numbers that came in are unchanged afterwards.",
        "The middle of 1, 2 and 6 is 3.",
    }
    # … and nothing that has to be computed from numbers that it has not seen.
    assert not any(check.hidden for check in passed)
