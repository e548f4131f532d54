"""The measured results of the course: fits on the full MNIST set, and the numbers that follow.

`make results` runs what is missing and writes ``site/results.json``. The way of the data:

- `recipe` says what a fit is, as plain data; `plan` lists the fits of each part of the course.
- `fit` runs one fit in a process of its own and returns a record; `runner` runs many.
- `records` keeps one line of JSON for each fit in ``records/PART.jsonl``, which is committed.
- `summary` derives every number of ``site/results.json`` from the records, and from nothing else.
"""
