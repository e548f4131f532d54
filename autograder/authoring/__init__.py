"""What an author writes, and what is made of it.

script + check module -> nbgrader's source notebook -> the learners' notebook and visible checks

`percent_script` and `check_module` read, `rules` and `section` find faults, `notebook` makes the
source notebook, `visible_checks` takes hidden tests out, `release` brings all together, and
`guarantees` looks once more at what learners will get.
"""

from autograder.authoring.error import AuthoringError
from autograder.authoring.notebook import read_script, source_notebook
from autograder.authoring.percent_script import Kind, Script, ScriptCell

__all__ = ["AuthoringError", "Kind", "Script", "ScriptCell", "read_script", "source_notebook"]
