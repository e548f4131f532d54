"""Late work, by nbgrader's own rules: due dates from its gradebook, penalties by its plugin.

`nbgrader autograde` does this for each submission as it is graded. Here it is done for everybody at
the end of a run, so that penalties also follow points that a person gave meanwhile.
"""

from collections.abc import Iterable
from pathlib import Path

from nbgrader.api import SubmittedAssignment
from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config import PyFileConfigLoader

from autograder.class_config import CONFIG_NAME


class LateRuleError(RuntimeError):
    """The class's rule for late work does not work; the message says why."""


def penalize(course: Path, submissions: Iterable[SubmittedAssignment]) -> None:
    """Work out the penalty of every submission, anew; the caller commits.

    Args:
        course: the class folder, whose ``nbgrader_config.py`` names the rule.
        submissions: of nbgrader's gradebook.

    Raises:
        LateRuleError: the configuration cannot be read, or the rule failed.
    """
    late = []
    for submission in submissions:
        for notebook in submission.notebooks:
            notebook.late_submission_penalty = None
        if submission.total_seconds_late > 0:
            late.append(submission)
    if not late:
        return
    try:
        rule = _rule(course).plugin_inst.late_submission_penalty
        for submission in late:
            seconds = submission.total_seconds_late
            for notebook in submission.notebooks:
                penalty = rule(submission.student_id, notebook.score, seconds)
                if penalty is not None:
                    # As nbgrader does: never below 0, never more than there is.
                    notebook.late_submission_penalty = min(max(0.0, penalty), notebook.score)
    except Exception as error:  # the instructor's own code, which may do anything
        raise LateRuleError(
            f"The rule for late work in {course / CONFIG_NAME} failed: {error}. Points are "
            "recorded, without penalties."
        ) from error


def _rule(course: Path) -> AssignLatePenalties:
    config = PyFileConfigLoader(CONFIG_NAME, path=str(course)).load_config()
    step = AssignLatePenalties(config=config)
    step.init_plugin()
    return step
