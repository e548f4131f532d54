"""Images as text that JSON can hold."""

import base64
import zlib

import numpy as np

from course.data import UInt8Array


def pack(images: UInt8Array) -> str:
    """Return images, uint8 (N, 28, 28), as text."""
    return base64.b64encode(zlib.compress(images.tobytes(), 9)).decode("ascii")


def unpack(text: str) -> UInt8Array:
    """Return the images, uint8 (N, 28, 28), of which `pack` made this text."""
    return np.frombuffer(zlib.decompress(base64.b64decode(text)), np.uint8).reshape(-1, 28, 28)
