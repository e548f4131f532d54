"""Terse: rows and columns as strings of bytes, searched from both ends."""


def bounding_box(image):
    rows, columns = ((image != 0).any(axis).tobytes() for axis in (1, 0))
    return rows.find(b"\x01"), rows.rfind(b"\x01"), columns.find(b"\x01"), columns.rfind(b"\x01")
