"""``python -m course``: how far you are."""

import argparse


def main() -> None:
    """Show what passes in each section."""
    parser = argparse.ArgumentParser(
        prog="python -m course",
        description="Run your notebooks as they are saved, and show per section what passes.",
    )
    parser.add_argument("folder", nargs="?", default=".", help="where the notebooks are")
    parser.add_argument("--run", nargs="+", metavar="CHECKS:NOTEBOOK", help=argparse.SUPPRESS)
    options = parser.parse_args()
    from course import standings

    if options.run:
        standings.run_and_print(options.run)
    else:
        standings.progress(options.folder)


if __name__ == "__main__":
    main()
