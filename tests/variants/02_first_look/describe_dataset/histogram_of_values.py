"""Counts how often each value occurs, and computes everything from this short table."""


def describe_dataset(images, labels):
    values, counts = np.unique(images, return_counts=True)
    values = values.astype("float64")
    total = counts.sum()
    mean = (values * counts).sum() / total
    variance = ((values - mean) ** 2 * counts).sum() / total
    n, h, w = np.shape(images)
    return {
        "n_images": n,
        "height": h,
        "width": w,
        "dtype": str(images.dtype),
        "min": values[0],
        "max": values[-1],
        "mean": mean,
        "std": np.sqrt(variance),
        "n_classes": np.unique(labels).size,
        "zero_fraction": counts[values == 0].sum() / total,
    }
