"""Makes a class folder one of nbgrader's courses, so that its own tools can be used there."""

from pathlib import Path

from autograder.whole_files import replace_file

CONFIG_NAME = "nbgrader_config.py"
_CONFIG = '''"""nbgrader's configuration for this class; written by `autograder grade`."""

from pathlib import Path

from autograder.nbgrader_plugin import configure
from autograder.repository import ROOT

configure(get_config(), course=Path(__file__).resolve().parent, repository=ROOT)
'''


def write_config(course: Path) -> None:
    """Write an ``nbgrader_config.py`` into a class folder, unless it has one."""
    path = course / CONFIG_NAME
    if not path.exists():
        replace_file(path, _CONFIG)
