"""Hexadecimal digits, four bytes at a time. Written from the notebook alone."""


def idx_header(data):
    text = data.hex()
    magic = int(text[:8], 16)
    sizes = [int(text[8 * i : 8 * i + 8], 16) for i in range(1, magic % 16 + 1)]
    return magic, tuple(sizes)
