"""Clipped from below."""


def relu(x):
    return x.clip(min=0)
