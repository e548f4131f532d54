"""Keras operations in float64, turned into Python numbers at the end."""

from keras import ops


def describe_dataset(images, labels):
    x = ops.convert_to_tensor(np.asarray(images), dtype="float64")
    n, height, width = x.shape
    zeros = ops.sum(ops.cast(ops.equal(x, 0.0), "int64"))
    facts = {
        "n_images": n,
        "height": height,
        "width": width,
        "dtype": str(np.asarray(images).dtype),
        "n_classes": len(set(ops.convert_to_numpy(labels).tolist())),
        "zero_fraction": int(zeros) / (n * height * width),
    }
    for name, operation in [
        ("min", ops.min),
        ("max", ops.max),
        ("mean", ops.mean),
        ("std", ops.std),
    ]:
        facts[name] = float(operation(x))
    return facts
