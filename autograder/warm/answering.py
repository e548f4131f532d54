"""Does what the judge asks a notebook for, and puts what came out into a message.

The kernel answers with a copy of this module, and of what it imports from the course: code in the
notebook that overwrites our probes overwrites those that nobody asks.
"""

import contextlib
import io
from typing import Any

from course import wire
from course.errors import LearnerError, NotDefined, describe_exception
from course.notebook import ask_in_namespace, call_in_namespace


def answer(
    question: dict[str, Any], buffers: list[Any], namespace: dict[str, Any]
) -> tuple[dict[str, Any], list[bytes]]:
    """Do what the judge asks for, and put what came out into a message.

    Args:
        question: ``{"kind": "call" or "ask", "name": …, "arguments": encoded [args, kwargs]}``.
        buffers: the binary part of the arguments.
        namespace: the names of the notebook.

    Returns:
        The content of the reply, with one of the keys ``value``, ``error``, ``undefined`` and
        ``refused``, and its binary buffers.
    """
    name = question["name"]
    run = call_in_namespace if question["kind"] == "call" else ask_in_namespace
    try:
        args, kwargs = wire.decode(question["arguments"], buffers)
        # What functions print while they are judged is of no interest, and could flood the grader.
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            value = run(namespace, name, tuple(args), kwargs)
            content, sent = wire.encode(value)
        return {"value": content}, sent
    except NotDefined as error:
        return {"undefined": error.name}, []
    except LearnerError as error:
        return {"error": _as_data(error)}, []
    except wire.WireError as error:
        return {"refused": str(error)}, []
    except BaseException as error:  # SystemExit and the like end a question, not the kernel
        return {"error": _as_data(describe_exception(name, error))}, []


def _as_data(error: LearnerError) -> dict[str, Any]:
    text = error.text.encode("utf-8", "replace").decode()
    return {"name": error.name, "kinds": list(error.kinds)[:20], "text": text}
