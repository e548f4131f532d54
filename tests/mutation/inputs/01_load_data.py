"""What the functions of section 01 do on other files and sets than its checks'."""

import contextlib
import io
from unittest import mock

import numpy as np
from common import Namespace, digits

from autograder.mutation.behavior import call, same

rng = np.random.default_rng(21)


def idx(array: np.ndarray, magic: int | None = None) -> bytes:
    """Return an array as an idx file."""
    numbers = [0x0800 + array.ndim if magic is None else magic, *array.shape]
    return b"".join(number.to_bytes(4, "big") for number in numbers) + array.tobytes()


wide = rng.integers(0, 256, (3, 4, 9), dtype=np.uint8)
few = rng.integers(0, 10, 5, dtype=np.uint8)
many = rng.integers(0, 10, 70_001, dtype=np.uint8)


def _loading(keras_has_them: bool):
    """Observe a load with Keras's own download, or with one that fails.

    Which loader is used is free: the course's is as good as Keras's.
    """
    of_keras = digits(2000, 2040), digits(2040, 2050)
    of_the_course = digits(2100, 2120), digits(2120, 2126)

    def look(notebook: Namespace):
        from keras.datasets import mnist

        failure = Exception("URL fetch failure")
        answer = {"return_value": of_keras} if keras_has_them else {"side_effect": failure}
        with (
            mock.patch.object(mnist, "load_data", **answer),
            mock.patch.dict(notebook, load_mnist=lambda: of_the_course),
        ):
            found = notebook["load_digits"]()
        return "right" if any(same(one, found) for one in (of_keras, of_the_course)) else found

    return look


def _summary(name: str, images: np.ndarray, labels: np.ndarray):
    """Observe what is returned, and what is printed."""

    def look(notebook: Namespace):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            return [notebook["split_summary"](name, images, labels), printed.getvalue()]

    return look


OBSERVATIONS = {
    "load_digits": [_loading(True), _loading(False)],
    "split_summary": [
        _summary("Validation", np.zeros((12, 28, 28), np.uint8), np.zeros(12, np.uint8)),
        _summary("A b", np.zeros((2, 3, 5, 1), np.float32), np.zeros((2, 10), np.float32)),
        call("split_summary", "x", np.zeros((1, 2, 3)), np.zeros(1)),
    ],
    "idx_header": [
        call("idx_header", idx(wide)),
        call("idx_header", idx(few)),
        call("idx_header", idx(many)),
        call("idx_header", idx(rng.integers(0, 256, (300, 2, 1), dtype=np.uint8))),
    ],
    "read_idx": [
        call("read_idx", idx(wide)),
        call("read_idx", idx(few)),
        call("read_idx", idx(digits(2000, 2020)[0])),
        call("read_idx", idx(wide, magic=0x0D03)),
        call("read_idx", idx(few, magic=0x0901)),
        call("read_idx", idx(wide[0])),
        call("read_idx", idx(wide)[:-1]),
        call("read_idx", idx(few) + b"\0"),
        call("read_idx", idx(wide)[:10]),
        call("read_idx", b"\0\0\x08"),
    ],
}
