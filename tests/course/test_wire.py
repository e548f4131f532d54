"""What crosses between a learner's notebook and the judge is plain data, whoever sends it."""

import enum
import io
import itertools
import json
import struct
import tracemalloc
from typing import Any

import ml_dtypes
import numpy as np
import numpy.lib.format as npy
import pandas
import pytest

from course import wire
from course.wire import Opaque, WireError


def over_the_wire(value: Any) -> Any:
    """Send a value as the bridge does: strict JSON and binary buffers."""
    content, buffers = wire.encode(value)
    return wire.decode(json.loads(json.dumps(content, allow_nan=False)), buffers)


def npy_file(array: np.ndarray) -> bytes:
    file = io.BytesIO()
    npy.write_array(file, array, allow_pickle=True)
    return file.getvalue()


def npy_with_header(header: str, body: bytes = b"") -> bytes:
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode("latin1") + body


def claimed(descr: str, shape: str, body: bytes = b"") -> bytes:
    return npy_with_header(
        f"{{'descr': {descr}, 'fortran_order': False, 'shape': {shape}}}\n", body
    )


class AlwaysEqual:
    """What hostile objects do: equal to everything, below everything, as true as needed."""

    def __eq__(self, other: object) -> bool:
        return True

    def __ne__(self, other: object) -> bool:
        return False

    __hash__ = object.__hash__


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        False,
        0,
        -(2**63),
        2**64 - 1,
        1.5,
        -0.0,
        float("inf"),
        float("-inf"),
        "",
        "Zürich, 3 × 4 …",
        "\x00\n\u2028",
        b"\x00\xff",
        [],
        [1, [2.5, ["three", None]]],
        {},
        {"a": 1, "b": [2, {"c": 3}]},
        {"$npy": 0, "$dict": 1},
        {1: "one", 2.5: "two", None: "none", True and "t": 0, (1, "x"): 5, b"k": 6},
    ],
    ids=repr,
)
def test_plain_values_arrive_as_they_were(value: Any) -> None:
    arrived = over_the_wire(value)
    assert arrived == value
    assert type(arrived) is type(value)


def test_the_type_of_a_number_is_kept() -> None:
    assert [type(item) for item in over_the_wire([True, 1, 1.0])] == [bool, int, float]


def test_not_a_number_arrives_as_such() -> None:
    assert np.isnan(over_the_wire(float("nan")))


@pytest.mark.parametrize(
    "value",
    [(1, 2), range(1, 3), iter([1, 2]), (n for n in (1, 2)), map(int, "12")],
    ids=["tuple", "range", "iterator", "generator", "map"],
)
def test_sequences_and_iterators_arrive_as_lists(value: Any) -> None:
    assert over_the_wire(value) == [1, 2]


def test_a_zip_arrives_as_a_list_of_lists() -> None:
    assert over_the_wire(zip("ab", [1, 2], strict=True)) == [["a", 1], ["b", 2]]


@pytest.mark.parametrize(
    "array",
    [
        np.array([True, False]),
        np.arange(6, dtype=np.int8).reshape(2, 3),
        np.arange(4, dtype=np.uint64),
        np.array([1.5, np.nan, np.inf], np.float16),
        np.array([[1 + 2j]]),
        np.array(["ab", "ä"]),
        np.array([b"ab", b"c"]),
        np.zeros((0, 28, 28), np.uint8),
        np.zeros((3, 0)),
        np.array(["", ""]),
        np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        np.arange(12)[::-3],
        np.arange(3, dtype=">i4"),
    ],
    ids=lambda array: f"{array.dtype.str}{array.shape}",
)
def test_arrays_arrive_with_shape_and_values(array: np.ndarray) -> None:
    arrived = over_the_wire(array)
    assert type(arrived) is np.ndarray
    assert arrived.shape == array.shape
    assert arrived.dtype == array.dtype.newbyteorder("=")
    np.testing.assert_array_equal(arrived, array)


def test_an_array_arrives_as_a_copy_that_can_be_written() -> None:
    array = np.arange(3)
    array.flags.writeable = False
    arrived = over_the_wire(array)
    arrived[0] = 7
    assert array[0] == 0


@pytest.mark.parametrize(
    "scalar", [np.float32(0.1), np.int64(3), np.bool_(True), np.str_("a"), np.complex64(1j)]
)
def test_numpy_scalars_keep_their_type(scalar: Any) -> None:
    arrived = over_the_wire(scalar)
    assert arrived == scalar
    assert type(arrived) is type(scalar)


class Tensor:
    """As tensors and variables do, this turns into an array when asked."""

    def __init__(self, array: np.ndarray) -> None:
        self._array = array

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        return self._array


def test_a_tensor_arrives_as_an_array() -> None:
    arrived = over_the_wire(Tensor(np.ones((2, 2), np.float32)))
    assert type(arrived) is np.ndarray
    assert arrived.tolist() == [[1, 1], [1, 1]]


def test_half_precision_that_numpy_does_not_know_arrives_as_float32() -> None:
    arrived = over_the_wire(Tensor(np.array([1.5, 2.5], ml_dtypes.bfloat16)))
    assert arrived.dtype == np.float32
    assert arrived.tolist() == [1.5, 2.5]


def test_a_data_frame_arrives_as_a_list_of_records() -> None:
    frame = pandas.DataFrame({"name": ["a", "b"], "n": [1, 2]}, index=["x", "y"])
    assert over_the_wire(frame) == [{"name": "a", "n": 1}, {"name": "b", "n": 2}]


def test_an_array_of_objects_that_are_numbers_arrives_as_numbers() -> None:
    assert over_the_wire(np.array([1, 2.5], dtype=object)).tolist() == [1, 2.5]


class Broken:
    def __array__(self, *_: Any, **__: Any) -> np.ndarray:
        raise ZeroDivisionError


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (AlwaysEqual(), "AlwaysEqual"),
        (np.array([1, [2]], dtype=object), "ndarray"),
        (np.array([AlwaysEqual()]), "ndarray"),
        (np.array([(1, 2.0)], dtype="i4,f8"), "ndarray"),
        (np.array(["2020-01-01"], dtype="datetime64[D]"), "ndarray"),
        (Broken(), "Broken"),
        ({1, 2}, "set"),
        (print, "builtin_function_or_method"),
        (int, "type"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_of_anything_else_only_the_type_arrives(value: Any, name: str) -> None:
    assert over_the_wire(value) == Opaque(name)


class Text(str):
    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = str.__hash__


class Number(float):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


class Items(list):
    def __eq__(self, other: object) -> bool:
        return True

    def __len__(self) -> int:
        return 1_000

    __hash__ = None


class Pairs(dict):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None


class Array(np.ndarray):
    shape = (60_000, 28, 28)

    def __eq__(self, other: object) -> Any:
        return True

    def __array_function__(self, *_: Any, **__: Any) -> bool:
        return True

    __hash__ = None


class Level(enum.IntEnum):
    HIGH = 3


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Text("no"), "no"),
        (Number(1.5), 1.5),
        (Items([1, 2]), [1, 2]),
        (Pairs(a=1), {"a": 1}),
        (Level.HIGH, 3),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_subclass_arrives_as_the_plain_type(value: Any, plain: Any) -> None:
    arrived = over_the_wire(value)
    assert type(arrived) is type(plain)
    assert plain == arrived
    assert arrived != "something else"


def test_an_array_with_lying_attributes_arrives_as_what_it_is() -> None:
    liar = np.arange(3.0).view(Array)
    arrived = over_the_wire(liar)
    assert type(arrived) is np.ndarray
    assert arrived.shape == (3,)
    assert (arrived == 7).tolist() == [False] * 3


def test_a_masked_array_arrives_as_a_plain_one() -> None:
    assert type(over_the_wire(np.ma.masked_array([1, 2], [True, False]))) is np.ndarray


def test_what_is_not_a_dict_but_says_so_is_no_plain_value() -> None:
    class Pretender:
        __class__ = dict  # type: ignore[assignment] - isinstance believes this

    with pytest.raises(Exception):  # noqa: B017 - any refusal will do, an answer will not
        over_the_wire(Pretender())


def nested(depth: int) -> list:
    value: list = []
    for _ in range(depth):
        value = [value]
    return value


def endless() -> Any:
    value: list = []
    value.append(value)
    return value


@pytest.mark.parametrize(
    "value",
    [
        2**64,
        -(10**4_000),
        "\ud800",
        {"\udfff": 1},
        "x" * 1_000_001,
        nested(17),
        endless(),
        itertools.count(),
        [0] * 200_001,
        np.zeros(wire.MAX_BYTES + 1, np.uint8),
        [np.zeros(wire.MAX_BYTES // 2, np.uint8)] * 3,
        bytes(wire.MAX_BYTES + 1),
    ],
    ids=[
        "65 bits",
        "huge",
        "surrogate",
        "surrogate key",
        "long text",
        "deep",
        "endless",
        "infinite",
        "many items",
        "large array",
        "large together",
        "large bytes",
    ],
)
def test_what_is_too_much_is_refused_with_a_reason(value: Any) -> None:
    with pytest.raises(WireError, match=r"\w+ \w+"):
        wire.encode(value)


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"a": 1, "b": 2},
        {"value": 1},
        {"$npy": "0"},
        {"$npy": True},
        {"$npy": 0.0},
        {"$npy": -1},
        {"$npy": 1},
        {"$bytes": 99},
        {"$scalar": 0},
        {"$float": "1e309"},
        {"$float": ["nan"]},
        {"$float": 1.5},
        {"$opaque": 1},
        {"$dict": {}},
        {"$dict": [[1]]},
        {"$dict": [[1, 2, 3]]},
        {"$dict": ["ab"]},
        {"$dict": [[{"$npy": 0}, 1]]},
        {"$dict": [[{"$dict": []}, 1]]},
        {"$dict": [[[[1]], 1]]},
        (1, 2),
        {1, 2},
        AlwaysEqual(),
        [AlwaysEqual()],
        nested(17),
        [0] * 200_001,
        10**4_000,
        [2**64],
        "\ud800",
        {"$opaque": "\ud800"},
        {"$dict": [["\udc00", 1]]},
        "x" * 1_000_001,
    ],
    ids=lambda content: repr(content)[:30],
)
def test_a_malformed_message_is_refused(content: Any) -> None:
    with pytest.raises(WireError):
        wire.decode(content, [npy_file(np.zeros(2))])


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"\x93NUMPY",
        b"not an array at all",
        npy_file(np.zeros(3))[:-1],
        npy_file(np.zeros(3)) + b"\x00",
        npy_file(np.array([{}, print], dtype=object)),
        npy_file(np.zeros(2, dtype="i4,f8")),
        npy_file(np.zeros(2, dtype="datetime64[s]")),
        claimed("'|O'", "(1,)", b"cos\nsystem\n(S'true'\ntR."),
        claimed("'<f8'", f"({10**12},)", bytes(64)),
        claimed("'<f8'", "(-1, -8)", bytes(64)),
        claimed("'<f8'", f"({2**62}, 4)", b""),
        claimed("'<f8'", f"(0, {10**30})"),
        claimed("'<U0'", f"(0, {10**30})"),
        claimed("'<U0'", f"({10**9},)"),
        claimed("'<f8'", f"({'1, ' * 70})", bytes(8)),
        claimed("'<U500000000'", "(0,)"),
        claimed("('<f8', (1000000,))", "(1,)", bytes(8)),
        claimed("'<f8'", "(1.0,)", bytes(8)),
        claimed("'<f8'", "[1]", bytes(8)),
        claimed("__import__('os').getpid()", "()"),
        npy_with_header("{'descr': '<f8', 'fortran_order': False, 'shape': " + "(" * 9_000),
        npy_with_header(" " * 20_000),
        b"\x93NUMPY\x02\x00\xff\xff\xff\xff",
        b"\x93NUMPY\x09\x00\x00\x00",
    ],
)
def test_an_array_that_is_not_what_its_header_says_is_refused(file: bytes) -> None:
    with pytest.raises(WireError):
        wire.decode({"$npy": 0}, [file])


def test_an_array_is_not_taken_for_a_scalar() -> None:
    with pytest.raises(WireError):
        wire.decode({"$scalar": 0}, [npy_file(np.zeros(2))])


def test_a_claimed_size_is_not_allocated() -> None:
    hostile = claimed("'<f8'", f"({2**33},)", bytes(64))
    tracemalloc.start()
    try:
        with pytest.raises(WireError):
            wire.decode({"$npy": 0}, [hostile])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2**20


def test_one_buffer_cannot_be_named_a_thousand_times() -> None:
    # Each naming would be a copy: a message of 1 MiB would fill the grader's memory.
    with pytest.raises(WireError):
        wire.decode([{"$npy": 0}] * 1_000, [npy_file(np.zeros(2**20, np.uint8))])


def test_more_bytes_than_may_come_are_refused_before_they_are_read() -> None:
    with pytest.raises(WireError, match="32 MiB"):
        wire.decode(None, [bytes(wire.MAX_BYTES), b"1"])


def test_truth_values_that_are_neither_true_nor_false_are_made_so() -> None:
    arrived = wire.decode({"$npy": 0}, [claimed("'|b1'", "(3,)", b"\x00\x80\x02")])
    assert arrived.view(np.uint8).tolist() == [0, 1, 1]


def test_buffers_may_come_as_memory_views() -> None:
    content, buffers = wire.encode([np.arange(3), b"ab"])
    array, text = wire.decode(content, [memoryview(buffer) for buffer in buffers])
    assert array.tolist() == [0, 1, 2]
    assert text == b"ab"


def test_the_name_of_an_unknown_type_is_cut() -> None:
    assert wire.decode({"$opaque": "x" * 10_000}, []) == Opaque("x" * 200)
