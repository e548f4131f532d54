"""Digits to the base of 256, and a list of two comes back. Written from the notebook alone."""

import functools


def idx_header(data):
    def number(start):
        return functools.reduce(lambda high, low: high * 256 + low, data[start : start + 4])

    return [number(0), tuple(number(4 + 4 * k) for k in range(data[3]))]
