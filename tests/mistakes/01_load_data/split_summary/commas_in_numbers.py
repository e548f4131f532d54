"""Commas between thousands.

loses: 1
told: has got a comma within
"""


def split_summary(name, images, labels):
    def text(shape):
        inner = ", ".join(f"{n:,}" for n in shape)
        return f"({inner},)" if len(shape) == 1 else f"({inner})"

    return f"{name}: X = {text(images.shape)}, y = {text(labels.shape)}"
