"""Loops and the standard library, without NumPy."""

import statistics


def describe_dataset(images, labels):
    kind = str(images.dtype)
    rows = [row for image in images.tolist() for row in image]
    pixels = [pixel for row in rows for pixel in row]
    zeros = 0
    for pixel in pixels:
        if pixel == 0:
            zeros += 1
    return {
        "n_images": len(images),
        "height": len(rows) // len(images),
        "width": len(rows[0]),
        "dtype": kind,
        "min": min(pixels),
        "max": max(pixels),
        "mean": statistics.fmean(pixels),
        "std": statistics.pstdev(pixels),
        "n_classes": len(set(labels.tolist())),
        "zero_fraction": zeros / len(pixels),
    }
