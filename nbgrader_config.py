"""nbgrader's configuration for a class that is graded in this very folder."""

from pathlib import Path

from autograder.nbgrader_plugin import configure

here = Path(__file__).resolve().parent
configure(get_config(), course=here, repository=here)  # noqa: F821 - nbgrader provides get_config
