"""Multiplied by 1/255, which differs in the last bit; an optional argument more."""


def normalize(images, dtype=np.float32):
    return images.astype(dtype) * dtype(1 / 255)
