"""Read in the order of the processor, then swapped; by hexadecimal text for the magic number."""


def idx_header(data):
    magic = int(data[:4].hex(), 16)
    sizes = np.frombuffer(data[4 : 4 + 4 * (magic & 0xFF)], "<i4").byteswap()
    return magic, tuple(int(size) for size in sizes)
