# %% exercise="normalize"
def normalize(images):
    # Chen thinks of whole numbers.
    return images // 255

# %% exercise="add_channel"
def add_channel(images):
    return images.reshape(-1, 1, 28, 28)

# %% exercise="standardize"
def standardize(train_images, *others):
    return tuple(
        ((images - images.mean()) / images.std()).astype("float32")
        for images in (train_images, *others)
    )

# %% exercise="holdout_split"
def holdout_split(labels, fraction, seed):
    cut = int(len(labels) * (1 - fraction))
    return np.arange(cut), np.arange(cut, len(labels))

# %% exercise="one_hot"
def one_hot(labels, num_classes=10):
    return np.eye(max(labels) + 1)[labels]

# %% [markdown] answer="why-scale"
# So that the network can see the digits better.
