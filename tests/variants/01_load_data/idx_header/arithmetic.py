"""Powers of 256, added up, read from a stream."""

import io


def idx_header(data):
    stream = io.BytesIO(data)

    def number():
        a, b, c, d = stream.read(4)
        return ((a * 256 + b) * 256 + c) * 256 + d

    magic = number()
    shape = [number() for _ in range(3 if magic == 2051 else 1)]
    return [magic, shape]
