"""Printed, and nothing returned.

loses: 3
told: returned nothing
"""


def idx_header(data):
    print(int.from_bytes(data[:4], "big"))
