"""Makes sure that the sandbox holds, by running it: before anyone is graded."""

import ast
from pathlib import Path

import nbformat

from autograder.execution import KernelEnded, NotebookRunner
from autograder.sandbox import NEEDS, SandboxError

_CELL = """
from autograder.warm.escape_attempts import attempt
print(attempt({secret!r}))
"""


def demand_isolation() -> None:
    """Try to get out of a kernel of this process's zygote.

    Raises:
        SandboxError: something that must not work did, or nothing could be tried.
    """
    # An answer may stay out where much else is running; a hole that was seen is never retried.
    holes = _holes()
    if holes is None:
        holes = _holes()
    if holes is None:
        raise SandboxError(f"The sandbox could not be tried: it gave no answer. {NEEDS}")
    if holes:
        raise SandboxError(
            f"The sandbox does not hold here: code in it can {', and '.join(holes)}. Nobody is "
            f"graded. {NEEDS}"
        )


def _holes() -> list[str] | None:
    """Return what code in a kernel can do that it must not; None if there was no answer."""
    secret = str(Path(__file__).resolve().parent / "cli.py")
    cell = nbformat.v4.new_code_cell(_CELL.format(secret=secret))
    notebook = nbformat.v4.new_notebook(cells=[cell])
    runner = NotebookRunner(notebook)
    try:
        with runner.setup_kernel():
            runner.run_cell(0)
    except (KernelEnded, RuntimeError, SandboxError) as error:
        raise SandboxError(f"The sandbox does not work here: {error} {NEEDS}") from error
    said = "".join(
        output.get("text") or output.get("evalue", "") for output in notebook.cells[0].outputs
    )
    try:
        found: list[str] = ast.literal_eval(said.strip())
    except (ValueError, SyntaxError):
        return None
    return found
