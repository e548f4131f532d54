"""All pixels in one pandas series."""

import pandas as pd


def describe_dataset(images, labels):
    pixels = pd.Series(images.ravel()).astype("float64")
    summary = pixels.agg(["min", "max", "mean"]).to_dict()
    summary["std"] = pixels.std(ddof=0)
    summary["n_classes"] = pd.Series(labels).nunique()
    summary["zero_fraction"] = pixels.eq(0).mean()
    summary["n_images"], summary["height"], summary["width"] = images.shape
    summary["dtype"] = str(images.dtype)
    return summary
