# %% before="normalize"
# Boris comes from scikit-learn and Keras and uses what they have.
import keras
from sklearn.model_selection import train_test_split

# %% exercise="normalize"
def normalize(images):
    return np.multiply(images, 1 / 255, dtype=np.float32)

# %% exercise="plot_histograms"
def plot_histograms(images, normalized):
    figure, axes = plt.subplots(2, 1, figsize=(6, 6), layout="constrained")
    for axis, values, name in zip(axes, (images, normalized), ("Raw", "Normalized")):
        counts, edges = np.histogram(np.asarray(values).reshape(-1), bins=32)
        axis.bar(edges[:-1], counts, width=np.diff(edges), align="edge")
        axis.set_yscale("log")
        axis.set_title(f"{name} pixels")
        axis.set_xlabel(f"{name} pixel value")
        axis.set_ylabel("pixels")
    return figure

# %% exercise="add_channel"
def add_channel(images):
    return np.expand_dims(images, axis=-1)

# %% exercise="standardize"
def standardize(train_images, *others):
    pixels = np.asarray(train_images, dtype=np.float64)
    center, spread = np.mean(pixels), np.std(pixels)
    if spread == 0:
        spread = 1
    result = []
    for images in [train_images, *others]:
        result.append(np.float32((np.asarray(images, dtype=np.float64) - center) / spread))
    return result

# %% exercise="holdout_split"
def holdout_split(labels, fraction, seed):
    positions = np.arange(len(labels))
    return train_test_split(positions, test_size=fraction, stratify=labels, random_state=seed)

# %% exercise="one_hot"
def one_hot(labels, num_classes=10):
    return keras.utils.to_categorical(labels, num_classes)

# %% [markdown] answer="why-scale"
# Because optimizers and initial weights are made for inputs near one. It is a matter of the size of
# the steps, not of information.
