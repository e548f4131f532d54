"""Over-careful: an accumulator class that is fed one image after the other, with type hints."""


class BlankPositions:
    """Remembers which positions have been 0 in each image so far."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self._still_blank = np.ones(shape, dtype=np.bool_)

    def update(self, image: np.ndarray) -> None:
        if image.shape != self._still_blank.shape:
            raise ValueError("all images must have the same shape")
        self._still_blank &= image == 0

    def result(self) -> np.ndarray:
        return self._still_blank.copy()


def always_blank(images: np.ndarray) -> np.ndarray:
    images = np.asarray(images)
    if images.ndim != 3 or len(images) == 0:
        raise ValueError("expected at least one image, as (N, H, W)")
    positions = BlankPositions((images.shape[1], images.shape[2]))
    for image in images:
        positions.update(image)
    return positions.result()
