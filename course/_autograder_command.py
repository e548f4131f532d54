"""The `autograder` command, as learners and instructors find it installed.

The autograder lives in the repository and not in the wheel that learners install, so the command
needs a kind word where it is missing.
"""

import sys
from importlib import import_module
from importlib.util import find_spec


def main() -> None:
    """Run the autograder's command line, or say where to get it."""
    if find_spec("autograder") is None:
        sys.exit(
            "The autograder is for instructors and is not part of the learner's package.\n"
            "Clone the repository and run `make setup` there; then use its `autograder`."
        )
    import_module("autograder.cli").main()


if __name__ == "__main__":
    main()
