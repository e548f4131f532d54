"""The sizes alone in the order of the processor.

loses: 3
told: they are big-endian as well
"""


def idx_header(data):
    magic = int.from_bytes(data[:4], "big")
    return magic, tuple(np.frombuffer(data[4 : 4 + 4 * data[3]], np.uint32).tolist())
