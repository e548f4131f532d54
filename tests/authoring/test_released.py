"""What learners get is what the authors wrote: `exercises/` is generated and never edited."""

from autograder import repository
from autograder.authoring.release import released_is_current, scripts_in


def test_the_committed_exercises_are_those_that_the_scripts_and_checks_make() -> None:
    scripts = scripts_in(repository.SOLUTIONS)
    differing = released_is_current(scripts, repository.CHECKS, repository.EXERCISES)
    assert differing == [], "run `autograder release` and commit exercises/"
