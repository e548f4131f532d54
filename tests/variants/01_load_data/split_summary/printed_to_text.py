"""Printed into a text in memory. Written from the notebook alone."""

import io


def split_summary(name, images, labels):
    text = io.StringIO()
    print(name, ": X = ", images.shape, ", y = ", labels.shape, sep="", end="", file=text)
    return text.getvalue()
