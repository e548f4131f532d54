# %% [markdown]
# # 04 · Prepare
#
# Section II of the brief. About 60 minutes: five functions, one plot, two questions and one
# experiment. The lesson of the same name explains each step; read it beside this notebook.
#
# When you are through you can
#
# - scale the pixels to the range 0 to 1, and say what that changes and what it does not
# - see in a histogram whether it worked
# - give the images the axis that a convolution expects
# - standardize several sets with what the training images alone have taught
# - hold out digits so that every class keeps its share
# - turn labels into one-hot rows, and say when you need not
#
# Each exercise is one small function. Write it in place of `raise NotImplementedError()`, run its
# cell, then run the `check` below it. A check tells you what it found. If you are stuck, `hint`
# helps in three steps, as in `hint("normalize", 1)`.

# %% locked=true
import matplotlib.pyplot as plt
import numpy as np

from course import check, hint, load_mnist
from course.plots import show_digits, use_course_style

use_course_style()
(x_train, y_train), (x_test, y_test) = load_mnist()
print(f"Train: X = {x_train.shape}, y = {y_train.shape}")
print(f"Test: X = {x_test.shape}, y = {y_test.shape}")

# %% [markdown]
# ## Predict before you run
#
# Run the next two cells. The second one divides some raw digits by 255 and prints the largest
# value. Before you run that second cell **once more**, write down what it will print then.
#
# My prediction:

# %%
pixels = x_train[:100]

# %%
pixels = pixels / 255
print("largest value:", pixels.max())

# %% [markdown]
# <details><summary>Why it came out so</summary>
#
# The second time it prints 1/255, about 0.0039. `pixels` keeps what the last run has left in it, so
# the scaled pixels were divided again.
# Nothing raised an error, and a picture of them would be black. A cell runs whenever you press the
# key, not where it stands on the page. The cure is a habit: a new thing gets a new name.
# </details>
#
# ## Scale
#
# A pixel is a byte, 0 for black to 255 for white. A network learns best from numbers near 1, so
# every pixel is divided by 255. This is the largest value that a byte can hold: a constant, known
# before any digit was seen. The result is `float32`, since that is what networks compute in.


# %% exercise="normalize"
def normalize(images):
    """Scale pixels from 0..255 to 0..1.

    Every pixel is divided by the constant 255, whatever the images hold.

    Args:
        images: uint8 (N, 28, 28), from 0 to 255. Left as they are.

    Returns:
        float32 (N, 28, 28), from 0 to 1.

    Example:
        One row of three pixels, [0, 51, 255], becomes [0.0, 0.2, 1.0] of the type float32.
    """
    ### BEGIN SOLUTION
    return images.astype("float32") / 255
    ### END SOLUTION


# %% check="normalize"
check("normalize")

# %% [markdown]
# Now scale all images, as the brief asks. They get new names, so this cell may run as often as you
# like.

# %%
x_train_normalized = np.asarray(normalize(x_train))
x_test_normalized = np.asarray(normalize(x_test))
show_digits(x_train_normalized[:10], y_train[:10])
print("before:", x_train.dtype, "from", x_train.min(), "to", x_train.max())
print("after: ", x_train_normalized.dtype, "from", x_train_normalized.min(), end=" ")
print("to", x_train_normalized.max(), "with mean", x_train_normalized.mean().round(4))

# %% [markdown]
# ### My result
#
# Fill in what you found.
#
# | | before | after |
# |---|---|---|
# | type | | |
# | smallest and largest value | | |
# | mean | | |
# | what the picture shows | | |
#
# ### Two misconceptions
#
# *"Scaling adds information."* It cannot: you get the raw pixels back by multiplying. What changes
# is the size of the numbers, and with it the size of the steps that training takes.
#
# *"Dividing by 255 leaks the test set into the training."* A leak needs something that was learned
# from held-out digits. 255 was known beforehand. A mean taken over all images would be a leak; you
# meet it below, under *Standardize*.

# %% [markdown] question="why-scale" points=2
# **Question: why is scaling of the pixel values required?** (2 points)
#
# Make a note, as the brief says, in three to five sentences. Name what changes *in training*, not
# only what changes in the array, and say what scaling does not do.
#
# ### BEGIN MARK SCHEME
# - 1 point for a mechanism in training. Any of these: the gradient of a weight carries its input as
#   a factor, so pixels up to 255 make steps, and the loss after them, far too large (or force a
#   much smaller learning rate); default learning rates and initial weights are made for inputs near
#   1; inputs of one moderate scale make the loss surface rounder (Hessian eigenvalues closer
#   together), so descent is faster; large sums saturate a sigmoid or a softmax. "The network learns
#   better" or "values must be between 0 and 1" without a reason earns nothing.
# - 1 point for a limit, correctly put. Any of these: it adds no information; raw pixels can be
#   learned from with a suitable learning rate or an optimizer such as Adam, so it is required in
#   practice and not in principle; every set has to be scaled alike, at prediction time too; it
#   fixes the scale and not the center; 255 is a constant, so nothing leaks.
# - No point is lost for language, and none gained for length.
# ### END MARK SCHEME

# %% [markdown]
# ## Look before and after
#
# A histogram shows at a glance whether scaling worked: the same bars over another axis. Four pixels
# in five are 0, so their bar hides all the others unless the counts stand on a logarithmic axis.
#
# You decide on bins, colors and words. What counts: two sets of axes, the raw pixels first, ten
# bars or more in each, and words from which a stranger would know what is shown.


# %% exercise="plot_histograms"
def plot_histograms(images, normalized):
    """Draw two histograms: of all pixels before and of all pixels after normalizing.

    There are two sets of axes with one histogram each, `images` first (left or above), then
    `normalized`. Each histogram counts every pixel of its argument, zeros too, in ten bins or more.
    Each has a title and a label on its horizontal axis; the vertical axis is labeled too (once will
    do, if both share it). Nothing is computed anew: `normalized` is drawn as it comes.

    Args:
        images: uint8 (N, 28, 28), from 0 to 255. Left as they are.
        normalized: float32 (N, 28, 28), from 0 to 1. Left as they are.

    Returns:
        Nothing needed; a figure or axes do no harm.

    Example:
        Of 100 digits, the left histogram runs from 0 to 255 and the right one from 0 to 1, and each
        counts 78,400 pixels.
    """
    ### BEGIN SOLUTION
    _, (before, after) = plt.subplots(1, 2, sharey=True)
    before.hist(images.ravel(), bins=32, histtype="stepfilled")
    before.set(title="Before", xlabel="pixel value, 0 to 255", ylabel="number of pixels")
    after.hist(normalized.ravel(), bins=32, histtype="stepfilled")
    after.set(title="After dividing by 255", xlabel="pixel value, 0 to 1", yscale="log")
    ### END SOLUTION


# %% check="plot_histograms"
check("plot_histograms")

# %% [markdown]
# Draw it for all training images. With the full set, 47 million pixels are counted twice, which
# takes a few seconds; this cell is not run when your notebook is graded.

# %% experiment=true
plot_histograms(x_train, x_train_normalized)

# %% [markdown]
# What do you see? Compare the heights of the bars, left and right, then the numbers below them.
#
# My observation:

# %% [markdown] question="preprocessed-or-normalized" points=2
# **Question: explain the difference between the pre-processed images and the normalized images.**
# (2 points)
#
# The first term is used in two ways: for the images as they come, before any processing, and for
# the images when all processing is done. Say which you mean. Then compare at least three of: type,
# range, mean, shape, memory, and the picture that a reader would see.
#
# ### BEGIN MARK SCHEME
# - 1 point for telling the terms apart: normalized images are divided by 255; "pre-processed" is
#   either the raw input (before processing) or the result of all steps (normalized, with a channel
#   axis, perhaps standardized), and the answer says which and keeps to it. Normalizing as one step
#   of pre-processing is right as well.
# - 1 point for at least three true comparisons. Raw: uint8, 0 to 255, mean about 33, (N, 28, 28), 1
#   byte a pixel. Normalized: float32, 0 to 1, mean about 0.13, same shape, 4 bytes a pixel. The
#   picture is the same, provided that each is shown over its own range; no information is added or
#   lost. With a channel: (N, 28, 28, 1). Standardized: mean 0, deviation 1, negative values.
# - Half of the second point, rounded as you like, for two comparisons.
# ### END MARK SCHEME

# %% [markdown]
# ## Channel
#
# A convolution slides over rows and columns, and sums over a third axis, the channels: red, green
# and blue in a photograph. Gray images have one channel, and their array has to say so.


# %% exercise="add_channel"
def add_channel(images):
    """Add an axis of length 1 for the channel, behind all others.

    Args:
        images: (N, 28, 28), of any number type: raw bytes or scaled floats. Left as they are.

    Returns:
        The same numbers, (N, 28, 28, 1).

    Example:
        Five images, an array of the shape (5, 28, 28), become (5, 28, 28, 1). What was
        images[4, 10, 12] is then found at [4, 10, 12, 0].
    """
    ### BEGIN SOLUTION
    return images[..., np.newaxis]
    ### END SOLUTION


# %% check="add_channel"
check("add_channel")

# %% [markdown]
# ## Standardize
#
# Dividing by 255 mends the scale and leaves the center where it was. Standardizing subtracts the
# mean and divides by the standard deviation. Now the preparation has learned two numbers from data,
# and the data it may learn from are the training images alone.
#
# ### Predict before you run
#
# Two training pixels, 0 and 2, and one held-out pixel, 4. The training mean is 1 and the training
# deviation is 1. What does the held-out pixel become, prepared with these two numbers? And what, if
# the held-out set used its own mean?
#
# My prediction:

# %%
train_pixels, held_out_pixels = np.array([0, 2]), np.array([4])
print("with the training mean:", (held_out_pixels - train_pixels.mean()) / train_pixels.std())
print("minus its own mean:    ", held_out_pixels - held_out_pixels.mean())

# %% [markdown]
# <details><summary>Why it came out so</summary>
#
# With the training numbers, 4 lies as far above 2 as 2 lies above 1 and more: it becomes 3, a value
# that training has not met, which is the truth. Minus its own mean it becomes 0, like a pixel
# halfway between the two training pixels. The same gray has to become the same number in every set.
# </details>


# %% exercise="standardize"
def standardize(train_images, *others):
    """Subtract the training mean from every set, and divide by the training deviation.

    Both are single numbers, taken over all pixels of `train_images` and of nothing else. The
    deviation is the one with ddof=0, NumPy's default. If it is 0, the divisor is 1.

    Args:
        train_images: (N, 28, 28), raw bytes or floats. Left as they are.
        *others: any number of further sets, (M, 28, 28), each with its own M. Left as they are.

    Returns:
        A tuple of 1 + len(others) float32 arrays: the training images, then each other set.

    Example:
        With two training pixels, 0 and 2, and the pixels 4 and 1 in another set, the mean is 1 and
        the deviation is 1: the result is (-1, 1) for training and (3, 0) for the other set.
    """
    ### BEGIN SOLUTION
    mean = train_images.mean(dtype="float64")
    deviation = train_images.std(dtype="float64") or 1.0
    return tuple(
        ((images - mean) / deviation).astype("float32") for images in (train_images, *others)
    )
    ### END SOLUTION


# %% check="standardize"
check("standardize")

# %% [markdown]
# ### My result
#
# Standardize the training and the test images, and note both means and deviations. The test images
# do *not* come out at exactly 0 and 1. Why is that right?

# %%
x_train_standard, x_test_standard = standardize(x_train, x_test)
for name, standard in (("train", x_train_standard), ("test", x_test_standard)):
    print(f"{name:5s}  mean {np.mean(standard):8.4f}  deviation {np.std(standard):.4f}")

# %% [markdown]
# | | mean | deviation |
# |---|---|---|
# | training images | | |
# | test images | | |
#
# My explanation:
#
# ## Split
#
# While you design, you compare models many times. Part of the training set is held out for that, so
# that the test set can wait until the end. Data often come sorted by class: whoever holds out the
# last rows then holds out two digits and no others. A *stratified* split takes the same share of
# each class.


# %% exercise="holdout_split"
def holdout_split(labels, fraction, seed):
    """Choose which images to train on and which to hold out, with the same share of each class.

    Args:
        labels: integers (N,), the classes. Several of each class that occurs. Left as they are.
        fraction: the share to hold out, between 0 and 1.
        seed: an integer. The same seed gives the same split, another seed another one.

    Returns:
        (train_index, validation_index): two flat arrays of integer positions. Together they hold
        every position from 0 to N - 1 once. Of each class, `fraction` is held out, give or take one
        image; how you round is yours to choose, and so is the order of the positions.

    Example:
        For the labels [7, 7, 7, 7, 1, 1, 1, 1] and fraction 0.25, one 7 and one 1 are held out:
        6 positions to train on, such as [0, 1, 3, 4, 6, 7], and 2 to validate on, [2, 5].
    """
    ### BEGIN SOLUTION
    rng = np.random.default_rng(seed)
    train, validation = [], []
    for digit in np.unique(labels):
        positions = rng.permutation(np.flatnonzero(labels == digit))
        held_out = round(len(positions) * fraction)
        validation.append(positions[:held_out])
        train.append(positions[held_out:])
    return np.concatenate(train), np.concatenate(validation)
    ### END SOLUTION


# %% check="holdout_split"
check("holdout_split")

# %% [markdown]
# Count what was held out. Each class should give the same share.

# %%
train_index, validation_index = holdout_split(y_train, fraction=0.2, seed=0)
held_out, all_of_them = np.bincount(y_train[validation_index]), np.bincount(y_train)
for digit in range(10):
    share = held_out[digit] / all_of_them[digit]
    print(f"digit {digit}: {held_out[digit]:5d} of {all_of_them[digit]:5d} held out, {share:.1%}")

# %% [markdown]
# ## One-hot
#
# A label is a name that happens to be written as a number: a 9 is not three times a 3. A network
# answers with ten probabilities, and one-hot encoding writes the truth in the same form.
# `categorical_crossentropy` asks for it; `sparse_categorical_crossentropy` takes the integers as
# they are, and saves you the step.


# %% exercise="one_hot"
def one_hot(labels, num_classes=10):
    """Turn each label into a row with a single 1, in the column that the label names.

    Args:
        labels: integers (N,), from 0 to num_classes - 1. Left as they are.
        num_classes: the number of columns, whichever labels occur.

    Returns:
        (N, num_classes), zeros and ones of any number type.

    Example:
        The labels [2, 0] with num_classes=4 become [[0, 0, 1, 0], [1, 0, 0, 0]].
    """
    ### BEGIN SOLUTION
    return np.eye(num_classes, dtype="float32")[labels]
    ### END SOLUTION


# %% check="one_hot"
check("one_hot")

# %% [markdown]
# ## Experiment: does it matter?
#
# Three copies of one small network, with the same initial weights and the same order of images, are
# trained on raw, on normalized and on standardized digits. Each stops after five epochs. This takes
# less than a minute on a laptop, and is not run when your notebook is graded.
#
# Before you run it: order the three by the accuracy that you expect. And what would guessing give?
#
# My prediction:

# %% experiment=true
import keras

learning_rates = {"raw": 0.01, "normalized": 0.01, "standardized": 0.01}

train_part, validation_part = holdout_split(y_train, fraction=0.2, seed=0)
# A few thousand digits show the difference; they are drawn, since a split may come sorted by class.
train_part = np.random.default_rng(0).permutation(train_part)[:4000]
raw = x_train.astype("float32")
standard, standard_held_out = standardize(x_train[train_part], x_train[validation_part])
prepared = {
    "raw": (raw[train_part], raw[validation_part]),
    "normalized": (normalize(x_train[train_part]), normalize(x_train[validation_part])),
    "standardized": (standard, standard_held_out),
}

accuracies = {}
for name, (images, held_out_images) in prepared.items():
    keras.utils.set_random_seed(0)
    network = keras.Sequential(
        [
            keras.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        optimizer=keras.optimizers.SGD(learning_rates[name]),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    print(f"{name} pixels, learning rate {learning_rates[name]}")
    history = network.fit(
        np.asarray(images),
        y_train[train_part],
        validation_data=(np.asarray(held_out_images), y_train[validation_part]),
        epochs=5,
        verbose=2,
    )
    accuracies[name] = history.history["val_accuracy"]

# %% experiment=true
_, axes = plt.subplots()
for (name, accuracy), marker in zip(accuracies.items(), "osD", strict=True):
    axes.plot(range(1, len(accuracy) + 1), accuracy, marker=marker, label=name)
axes.axhline(np.bincount(y_train).max() / len(y_train), color="gray", linestyle=":")
axes.set(
    title="One network, three preparations",
    xlabel="epoch",
    ylabel="accuracy on held-out digits",
    xticks=range(1, 6),
    ylim=(0, 1),
)
axes.legend()
for name, accuracy in sorted(accuracies.items(), key=lambda item: item[1][-1]):
    print(f"{name:12s} {accuracy[-1]:.1%} of {len(validation_part):,} held-out digits")

# %% [markdown]
# ### My result
#
# The dotted line is the accuracy of always naming the most frequent digit.
#
# | pixels | accuracy after 5 epochs | on how many held-out digits |
# |---|---|---|
# | raw | | |
# | normalized | | |
# | standardized | | |
#
# - Was my prediction right? If not, what did I leave out?
# - Give the raw pixels a hundredth of the learning rate, 0.0001, and run both cells again. What
#   does that say about *"scaling adds information"*, and what is still missing?
#
# ## What to take away
#
# - Scaling changes the numbers that training meets, not what the images say. A constant cannot
#   leak.
# - What is learned from data, such as a mean, is learned from the training images and applied to
#   all.
# - Hold out by drawing from each class, with a seed. The test set waits.
# - Labels are names. One-hot rows say so; some losses do it for you.
# - Look at range, type, shape and a picture after each step. Most mistakes here raise no error.
