"""scipy.ndimage measures the whole stack as one region; classes are steps in the sorted labels."""

from scipy import ndimage


def describe_dataset(images, labels):
    stack = images.astype(float)
    low, high, _, _ = ndimage.extrema(stack)
    ordered = np.sort(labels)
    return {
        "n_images": len(stack),
        "height": len(stack[0]),
        "width": len(stack[0][0]),
        "dtype": images.dtype.name,
        "min": low,
        "max": high,
        "mean": ndimage.mean(stack),
        "std": ndimage.standard_deviation(stack),
        "n_classes": 1 + np.count_nonzero(ordered[1:] != ordered[:-1]),
        "zero_fraction": ndimage.mean(stack == 0),
    }
