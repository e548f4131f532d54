"""What may cross between a learner's notebook and the judge: plain data, and nothing else.

A value is turned into a *message*: JSON-ready content plus a list of binary buffers, one ``.npy``
file for each array. Nothing here ever pickles. `encode` is generous (tensors become arrays, data
frames become lists of records); `decode` trusts nothing: it checks types, depth and sizes before it
allocates, since the other side may be hostile.
"""

import io
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.lib.format as npy

MAX_BYTES = 32 * 2**20
MAX_DEPTH = 16
MAX_ITEMS = 200_000
# Integers beyond 64 bits are no data of this course, and huge ones cannot be serialized.
_MAX_INT_BITS = 64
_MAX_TEXT = 1_000_000
_ARRAY_KINDS = "biufcUS"
_MAX_ITEMSIZE = 4_096
# What JSON cannot hold travels as a dict with one of these keys; real dicts travel as pairs.
_NPY, _SCALAR, _BYTES = "$npy", "$scalar", "$bytes"
_FLOAT, _DICT, _OPAQUE = "$float", "$dict", "$opaque"

Buffer = bytes | memoryview


class WireError(ValueError):
    """A value cannot cross, or a message is malformed; the text says which and why."""


@dataclass(frozen=True)
class Opaque:
    """Stands for a value that cannot cross, such as a Keras model: only its type is known."""

    type_name: str


def encode(value: Any) -> tuple[Any, list[bytes]]:
    """Turn a value into JSON-ready content and binary buffers.

    Args:
        value: None, bool, int, float, str, bytes, lists, tuples and dicts of these, NumPy arrays
            and scalars (bool, integer, float, complex or text), anything that turns into such an
            array (a tensor), a data frame (sent as a list of dicts), an iterator (sent as a list).
            Anything else is sent as an `Opaque`.

    Raises:
        WireError: too large, too deep, or text that is no valid Unicode.
    """
    encoder = _Encoder()
    return encoder.encode(value, depth=0), encoder.buffers


def decode(content: Any, buffers: Sequence[Buffer]) -> Any:
    """Turn a message back into data: lists for tuples, fresh writable arrays, plain scalars.

    Raises:
        WireError: the message is malformed. Nothing is allocated beyond the bytes that came.
    """
    if sum(memoryview(buffer).nbytes for buffer in buffers) > MAX_BYTES:
        raise WireError(f"an answer of more than {MAX_BYTES // 2**20} MiB")
    return _Decoder(buffers).decode(content, depth=0)


class _Encoder:
    def __init__(self) -> None:
        self.buffers: list[bytes] = []
        self._bytes = 0
        self._items = 0

    def encode(self, value: Any, depth: int) -> Any:
        self._count(depth)
        # Exact types only: a subclass may behave in any way it likes, an exact type cannot.
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is int:
            return _checked_integer(value)
        if kind is float:
            return value if math.isfinite(value) else {_FLOAT: repr(value)}
        if kind is str:
            return _checked_text(value)
        if isinstance(value, bytes | bytearray | memoryview):
            return {_BYTES: self._buffer(bytes(value))}
        if isinstance(value, Mapping):
            pairs = [
                [self.encode(k, depth + 1), self.encode(v, depth + 1)] for k, v in value.items()
            ]
            return {_DICT: pairs}
        if isinstance(value, list | tuple | range | Iterator):
            return [self.encode(item, depth + 1) for item in value]
        if hasattr(value, "to_dict") and hasattr(value, "columns"):
            return self.encode(value.to_dict("records"), depth + 1)
        return self._array_or_opaque(value, depth)

    def _array_or_opaque(self, value: Any, depth: int) -> Any:
        for basic in (bool, int, float, str):
            if isinstance(value, basic) and not isinstance(value, np.generic):
                return self.encode(basic(value), depth + 1)
        array = _as_array(value)
        if array is None:
            return {_OPAQUE: _checked_text(type(value).__name__)}
        file = io.BytesIO()
        npy.write_array(file, array, allow_pickle=False)
        is_scalar = array.ndim == 0
        return {_SCALAR if is_scalar else _NPY: self._buffer(file.getvalue())}

    def _buffer(self, data: bytes) -> int:
        self._bytes += len(data)
        if self._bytes > MAX_BYTES:
            raise WireError(f"data of more than {MAX_BYTES // 2**20} MiB")
        self.buffers.append(data)
        return len(self.buffers) - 1

    def _count(self, depth: int) -> None:
        self._items += 1
        if self._items > MAX_ITEMS:
            raise WireError(f"more than {MAX_ITEMS:,} values; return one NumPy array instead")
        if depth > MAX_DEPTH:
            raise WireError(f"data nested more than {MAX_DEPTH} levels deep")


def _checked_integer(value: int) -> int:
    if value.bit_length() > _MAX_INT_BITS:
        raise WireError("an integer of more than 64 bits")
    return value


def _checked_text(value: str) -> str:
    if len(value) > _MAX_TEXT:
        raise WireError(f"a text of {len(value):,} characters")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise WireError("a text that is not valid Unicode") from error
    return value


def _as_array(value: Any) -> np.ndarray | None:
    """Turn an array-like (array, NumPy scalar, tensor, variable) into a plain array, or None."""
    if not hasattr(value, "__array__"):
        return None
    try:
        array = np.asarray(value)
        if array.dtype.kind == "V":  # bfloat16, as some tensors have it, is foreign to NumPy
            array = array.astype(np.float32)
        # Drop subclasses and memory tricks: what crosses is a plain block of numbers.
        array = np.array(array, dtype=array.dtype.newbyteorder("="), order="C", subok=False)
    except Exception:
        return None
    if array.dtype.kind == "O":
        try:
            array = np.array(array.tolist())
        except ValueError:  # ragged
            return None
    return array if array.dtype.kind in _ARRAY_KINDS else None


class _Decoder:
    def __init__(self, buffers: Sequence[Buffer]) -> None:
        self._buffers = buffers
        self._unread = set(range(len(buffers)))
        self._items = 0

    def decode(self, content: Any, depth: int) -> Any:
        self._items += 1
        if self._items > MAX_ITEMS or depth > MAX_DEPTH:
            raise WireError("an answer with too many values")
        if content is None or type(content) in (bool, float):
            return content
        if type(content) is int:
            # Also because huge integers can be made to share one hash, as the keys of a dict.
            return _checked_integer(content)
        if type(content) is str:
            return _checked_text(content)
        if type(content) is list:
            return [self.decode(item, depth + 1) for item in content]
        if type(content) is not dict or len(content) != 1:
            raise WireError("an answer that is not in the bridge's format")
        ((tag, body),) = content.items()
        if tag == _FLOAT and body in ("nan", "inf", "-inf"):
            return float(body)
        if tag == _OPAQUE and type(body) is str:
            return Opaque(_checked_text(body)[:200])
        if tag == _DICT and type(body) is list:
            return self._dict(body, depth)
        if tag in (_NPY, _SCALAR, _BYTES) and type(body) is int:
            # Each buffer once: a message that names one a thousand times would be copied as often.
            if body not in self._unread:
                raise WireError("an answer that names data it did not send")
            self._unread.remove(body)
            data = bytes(self._buffers[body])
            if tag == _BYTES:
                return data
            array = _read_npy(data)
            return array if tag == _NPY else _scalar(array)
        raise WireError("an answer that is not in the bridge's format")

    def _dict(self, pairs: list[Any], depth: int) -> dict[Any, Any]:
        result = {}
        for pair in pairs:
            if type(pair) is not list or len(pair) != 2:
                raise WireError("an answer that is not in the bridge's format")
            key = self.decode(pair[0], depth + 1)
            if isinstance(key, list):
                key = tuple(key)
            try:
                result[key] = self.decode(pair[1], depth + 1)
            except TypeError as error:
                raise WireError("a dictionary with keys that are no plain values") from error
        return result


def _scalar(array: np.ndarray) -> Any:
    if array.ndim != 0:
        raise WireError("an answer that is not in the bridge's format")
    return array[()]


def _read_npy(data: bytes) -> np.ndarray:
    """Read one ``.npy`` file after checking its header against the bytes that came with it."""
    file = io.BytesIO(data)
    try:
        version = npy.read_magic(file)
        read_header = {
            (1, 0): npy.read_array_header_1_0,
            (2, 0): npy.read_array_header_2_0,
        }[version]
        shape, fortran_order, dtype = read_header(file, max_header_size=10_000)
    except Exception as error:
        raise WireError("an array with a damaged header") from error
    if dtype.kind not in _ARRAY_KINDS or dtype.hasobject or dtype.itemsize > _MAX_ITEMSIZE:
        raise WireError(f"an array of dtype {dtype}")
    body = data[file.tell() :]
    if any(size < 0 for size in shape) or math.prod(shape) * dtype.itemsize != len(body):
        raise WireError("an array whose shape and bytes disagree")
    if dtype.itemsize == 0 and math.prod(shape) > MAX_ITEMS:
        raise WireError("an array with too many values")
    try:
        if dtype.itemsize == 0:  # empty texts: no bytes to read them from
            return np.zeros(shape, dtype)
        array = np.frombuffer(body, dtype).reshape(shape, order="F" if fortran_order else "C")
    except (ValueError, OverflowError) as error:
        raise WireError("an array of a shape that cannot be") from error
    # A byte that is neither 0 nor 1 would be a truth value with rules of its own.
    return array.view(np.uint8) != 0 if dtype.kind == "b" else array.copy()
