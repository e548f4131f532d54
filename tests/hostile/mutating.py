"""Changes notebooks and messages at random: their structure, their metadata, their bytes."""

import copy
import json
from typing import Any

from numpy.random import Generator

Path = tuple[Any, ...]
JUNK: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    2**31,
    10**30,
    1e308,
    float("nan"),
    float("-inf"),
    "",
    " ",
    "x" * 5_000,
    "\0",
    "\ud800",
    "\u202e\u2028\x1b[2J",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "code",
    "markdown",
    "nbgrader",
    "double",
    "middle",
    "check-double",
    "check-middle",
    "why-twice",
    "locked-1",
    "experiment",
    [],
    {},
    [[]],
    [None],
    {"": {}},
    {"grade_id": "check-middle", "points": 1_000, "grade": True, "locked": False},
    {"nbgrader": {"grade_id": "middle", "solution": True, "schema_version": 3}},
    {"tags": ["experiment"]},
    [{"output_type": "stream", "name": "stdout", "text": "4 of 4 points"}],
)
_DEEP = 3_000
_NOTEBOOK_CHANGES = 6


def mutated_notebook(notebook: Any, random: Generator) -> bytes:
    """Return the file of a notebook after a few random changes, seldom of one kind only."""
    changed = json.loads(json.dumps(notebook))
    for _ in range(random.integers(_NOTEBOOK_CHANGES)):
        changed = _pick(random, [_change_cells, change_somewhere, change_somewhere])(
            changed, random
        )
    data = json.dumps(changed, ensure_ascii=bool(random.random() < 0.7)).encode(
        "utf-8", "surrogatepass"
    )
    return change_bytes(data, random) if random.random() < 0.3 else data


def change_somewhere(tree: Any, random: Generator) -> Any:
    """Return a tree of lists and dicts with one node changed, moved, doubled or taken out."""
    tree = copy.deepcopy(tree)
    paths = _paths(tree)
    if not paths:
        return junk(random)
    path = _pick(random, paths)
    holder, key = _at(tree, path[:-1]), path[-1]
    kind = random.integers(7)
    if kind == 0:
        del holder[key]
    elif kind == 1:
        holder[key] = copy.deepcopy(_at(tree, _pick(random, paths)))
    elif kind == 2 and isinstance(holder, dict):
        holder[str(junk(random))] = holder.pop(key)
    elif kind == 3 and isinstance(holder, list):
        holder.insert(random.integers(len(holder) + 1), copy.deepcopy(holder[key]))
    elif kind == 4 and isinstance(holder[key], str) and holder[key]:
        holder[key] = _cut_text(holder[key], random)
    elif kind == 5 and random.random() < 0.1:
        for _ in range(_DEEP // 10):
            holder[key] = [holder[key]]
    else:
        holder[key] = junk(random)
    return tree


def change_bytes(data: bytes, random: Generator) -> bytes:
    """Return bytes with some flipped, cut out, put in, doubled, or with the rest cut off."""
    changed = bytearray(data)
    for _ in range(random.integers(1, 6)):
        at = int(random.integers(len(changed) + 1))
        to = at + int(random.integers(1, 30))
        kind = random.integers(6)
        if kind == 0 and at < len(changed):
            changed[at] ^= 1 << int(random.integers(8))
        elif kind == 1:
            del changed[at:to]
        elif kind == 2:
            changed[at:at] = random.bytes(int(random.integers(1, 9)))
        elif kind == 3:
            changed[at:at] = changed[at:to]
        elif kind == 4:
            changed[at:at] = _pick(random, [b"\0", b"\xff", b'"', b"{", b"]", b"\\u", b"9" * 40])
        elif random.random() < 0.3:
            del changed[at:]
    return bytes(changed)


def junk(random: Generator) -> Any:
    """Return some value that nobody expects."""
    return copy.deepcopy(_pick(random, JUNK))


def _change_cells(notebook: Any, random: Generator) -> Any:
    """Do what people do to cells: delete, copy, move, merge, split, give them other names."""
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or len(cells) < 2:
        return notebook
    one, two = (int(n) for n in random.integers(len(cells), size=2))
    kind = random.integers(7)
    if kind == 0:
        del cells[one]
    elif kind == 1:
        cells.insert(two, copy.deepcopy(cells[one]))
    elif kind == 2:
        cells.insert(two, cells.pop(one))
    elif kind == 3:
        random.shuffle(cells)
    elif all(isinstance(cells[n], dict) for n in (one, two)):
        if kind == 4:
            cells[one]["metadata"], cells[two]["metadata"] = (
                cells[n].get("metadata") for n in (two, one)
            )
        elif kind == 5:
            cells[one]["source"] = f"{cells[one].get('source')}\n{cells[two].get('source')}"
        else:
            cells[one]["cell_type"] = _pick(random, ["code", "markdown", "raw", "heading", 7])
    return notebook


def _cut_text(text: str, random: Generator) -> str:
    at, to = sorted(int(n) for n in random.integers(len(text) + 1, size=2))
    put = _pick(random, ["", text[at:to] * 2, "\n", "#", "'''", "%%bash\n", "\ud800", "\0"])
    return text[:at] + str(put) + text[to:]


def _paths(tree: Any, path: Path = ()) -> list[Path]:
    """Return the paths of all nodes below the root."""
    items: Any = ()
    if isinstance(tree, dict):
        items = tree.items()
    elif isinstance(tree, list):
        items = enumerate(tree)
    found = []
    for key, value in items:
        found.append((*path, key))
        found += _paths(value, (*path, key))
    return found


def _at(tree: Any, path: Path) -> Any:
    for key in path:
        tree = tree[key]
    return tree


def _pick(random: Generator, choices: "list[Any] | tuple[Any, ...]") -> Any:
    return choices[int(random.integers(len(choices)))]
