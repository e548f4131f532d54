"""Read from a stream, the number of sizes from its fourth byte. Written from the notebook alone."""

import io


def idx_header(data):
    stream = io.BytesIO(data)

    def next_number():
        return int.from_bytes(stream.read(4), byteorder="big")

    magic = next_number()
    return magic, tuple(next_number() for _ in range(data[3]))
