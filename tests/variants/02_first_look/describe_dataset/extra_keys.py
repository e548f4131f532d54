"""Functions of NumPy, plain Python numbers, and more keys than asked for."""


def describe_dataset(images, labels):
    n, h, w = np.shape(images)
    lit = np.count_nonzero(images)
    pixels = images.astype(np.float64)
    return dict(
        n_images=int(n),
        height=int(h),
        width=int(w),
        channels=1,
        dtype=images.dtype.name,
        min=pixels.min().item(),
        max=pixels.max().item(),
        mean=pixels.mean().item(),
        std=float(np.sqrt(np.mean((pixels - pixels.mean()) ** 2))),
        n_classes=len(set(labels.tolist())),
        classes=sorted(set(labels.tolist())),
        zero_fraction=1 - lit / images.size,
        megabytes=images.nbytes / 1e6,
    )
