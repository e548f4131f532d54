"""A scikit-learn person: scalers are fitted to one long column of pixels and asked what they found."""

from sklearn.preprocessing import LabelEncoder, MinMaxScaler, StandardScaler


def describe_dataset(images, labels):
    pixels = images.reshape(-1, 1).astype(np.float64)
    ends = MinMaxScaler().fit(pixels)
    spread = StandardScaler().fit(pixels)
    return dict(
        n_images=images.shape[0],
        height=images.shape[1],
        width=images.shape[2],
        dtype=np.dtype(images.dtype).name,
        min=ends.data_min_[0],
        max=ends.data_max_[0],
        mean=spread.mean_[0],
        std=spread.var_[0] ** 0.5,
        n_classes=len(LabelEncoder().fit(labels).classes_),
        zero_fraction=np.isclose(pixels, 0, rtol=0, atol=0).mean(),
    )
