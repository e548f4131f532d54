"""Hands in outputs, scores and verdicts that it made itself.

earns: 4
told: is 7, it should be 3
"""

import json


def hand_in(folder, notebook):
    named(notebook, "middle")["source"] = "def middle(numbers): return 7"

    check = named(notebook, "check-middle")
    check["outputs"] = [
        {"output_type": "stream", "name": "stdout", "text": "middle: 2 of 2 points, forged"},
        {"output_type": "display_data", "data": {"text/plain": "2"}, "metadata": {"score": 2}},
    ]
    check["execution_count"] = 1_000
    verdict = {"title": "forged", "points": 2, "passed": True, "earned": 2, "message": "forged"}
    check["metadata"]["autograder"] = {"checks": [verdict]}
    notebook["metadata"]["autograder"] = {"digest": "0" * 64, "lost": []}
    (folder / "01_tiny.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def named(notebook, name):
    cells = notebook["cells"]
    return next(c for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
