"""Text of NumPy's own kind."""


def split_summary(name, images, labels):
    return np.array([f"{name}: X = {np.shape(images)}, y = {np.shape(labels)}"])[0]
