"""A stream, and an error class derived from ValueError."""

import io


class DamagedFile(ValueError):
    pass


def read_idx(data):
    stream = io.BytesIO(data)

    def number():
        four = stream.read(4)
        if len(four) < 4:
            raise DamagedFile("the header is cut off")
        return int.from_bytes(four, "big")

    magic = number()
    if magic not in (2049, 2051):
        raise DamagedFile(f"the magic number is {magic}")
    shape = [number() for _ in range(magic - 2048)]
    rest = stream.read()
    if len(rest) != np.prod(shape):
        raise DamagedFile(f"{len(rest)} bytes, not {np.prod(shape)}")
    return np.array(list(rest), dtype="int64").reshape(shape)
