# %% [markdown]
# # 02 · First look
#
# Section I.I of the brief. About 50 minutes: four functions, two questions and one experiment. The
# lesson of the same name explains each step; read it beside this notebook.
#
# When you are through you can
#
# - describe a set of images in ten numbers, and say which of them a network depends on
# - show digits as they are, each with its label, and say what a wrong picture gives away
# - find the pixels that are the same in every image, and say what that does and does not prove
# - test what the documentation promises against the data
#
# Each exercise is one small function. Write it in place of `raise NotImplementedError()`, run its
# cell, then run the `check` below it. A check tells you what it found. If you are stuck, `hint`
# helps in three steps, as in `hint("always_blank", 1)`.
#
# ## Load
#
# The brief loads the digits with `mnist.load_data()` from `keras.datasets`. `load_mnist` returns
# the same four arrays and takes Keras's own copy where it can be had; without a network it takes
# 5,000 of the digits instead, and says so.

# %% locked=true
import matplotlib.pyplot as plt
import numpy as np

from course import check, hint, load_mnist
from course.plots import use_course_style

use_course_style()
(x_train, y_train), (x_test, y_test) = load_mnist()
print(f"Train: X = {x_train.shape}, y = {y_train.shape}")
print(f"Test: X = {x_test.shape}, y = {y_test.shape}")

# %% [markdown]
# ## One image is a table of numbers
#
# ### Predict before you run
#
# The next cell prints rows 10 to 13 of the first image, and the gray of its very first pixel. Many
# people expect pixels to run from 0 to 1, and a digit to be black ink on white paper. What do you
# expect: which number stands for the empty corner, and what is the largest number?
#
# My prediction:

# %%
with np.printoptions(linewidth=120):
    print(x_train[0, 10:14])
print("the corner:", x_train[0, 0, 0], "  the largest:", x_train[0].max(), "  type:", x_train.dtype)

# %% [markdown]
# <details><summary>Why it came out so</summary>
#
# A pixel is a byte, `uint8`, from 0 to 255. 0 is the background, and it is shown black; the ink is
# what has large numbers, and it is shown white. Scaling to the range 0 to 1 is a step that you will
# take yourself, in notebook 04. Nobody has taken it for you here.
# </details>
#
# ## Describe
#
# The brief asks you to note down the dimensions and other practical information. Ten numbers cover
# it. A function that computes them can be asked again: after every step of preparation, and for
# every other set of images that you will meet.


# %% exercise="describe_dataset"
def describe_dataset(images, labels):
    """Describe a set of images and labels in ten numbers.

    Args:
        images: (N, H, W), of any number type. Left as they are.
        labels: integers (N,). Left as they are.

    Returns:
        A dictionary with at least these keys:

        - "n_images", "height", "width": N, H and W
        - "dtype": the type of the pixels as text, such as "uint8"
        - "min", "max", "mean", "std": over all pixels of all images, one number each; the standard
          deviation is the one with ddof=0, NumPy's default
        - "n_classes": how many different labels occur
        - "zero_fraction": the share of all pixels that are 0, from 0 to 1

    Example:
        For two uint8 images of one row and two columns, [[0, 0]] and [[0, 200]], with the labels
        [7, 1]: n_images 2, height 1, width 2, dtype "uint8", min 0, max 200, mean 50, std 86.6,
        n_classes 2, zero_fraction 0.75.
    """
    ### BEGIN SOLUTION
    n_images, height, width = images.shape
    return {
        "n_images": n_images,
        "height": height,
        "width": width,
        "dtype": str(images.dtype),
        "min": images.min(),
        "max": images.max(),
        "mean": images.mean(dtype="float64"),
        "std": images.std(dtype="float64"),
        "n_classes": len(np.unique(labels)),
        "zero_fraction": np.mean(images == 0),
    }
    ### END SOLUTION


# %% check="describe_dataset"
check("describe_dataset")

# %% [markdown]
# Now ask it about both sets. With the full set, 47 million pixels are looked at several times,
# which takes a few seconds.

# %%
train_facts = describe_dataset(x_train, y_train)
test_facts = describe_dataset(x_test, y_test)
for fact in train_facts:
    print(f"{fact:14s} {train_facts[fact]!s:>20.8} {test_facts[fact]!s:>12.8}")

# %% [markdown]
# ### My result
#
# Fill in what you found. Note on how many images it rests.
#
# | | training set | test set |
# |---|---|---|
# | images | | |
# | height and width | | |
# | type, smallest and largest value | | |
# | mean and deviation | | |
# | classes | | |
# | share of pixels that are 0 | | |
#
# ## Look
#
# Numbers do not show that images and labels have got out of step, or that rows and columns have
# changed places. A picture does, at once. You decide on the grid, on the size and on the words.
# What counts: each image is there, upright, in grays with 0 as black, and next to it stands the
# label that belongs to it.


# %% exercise="plot_digits"
def plot_digits(images, labels):
    """Draw each image, together with its label.

    Every image is drawn once, upright, in shades of gray: 0 is black, larger values are brighter.
    Its label stands with it, as a title, below it or as a text in it. How the images are arranged
    is yours to choose: a set of axes for each, or all in one picture.

    Args:
        images: uint8 (N, 28, 28), any number of them from 1 on. Left as they are.
        labels: integers (N,), from 0 to 9. Left as they are.

    Returns:
        Nothing needed; a figure or axes do no harm.

    Example:
        Of seven images, there are seven small pictures in a row or in two, each with its own digit
        above it, and no eighth one.
    """
    ### BEGIN SOLUTION
    columns = min(10, len(images))
    rows = -(-len(images) // columns)
    _, axes = plt.subplots(rows, columns, squeeze=False, figsize=(0.75 * columns, 0.95 * rows))
    for ax in axes.flat:
        ax.set_axis_off()
    for ax, image, label in zip(axes.flat, images, labels, strict=False):  # some axes stay empty
        # Without these limits, each image would be stretched to its own brightest pixel.
        ax.imshow(image, cmap="gray", vmin=0, vmax=255)
        ax.set_title(str(label), loc="center")
    ### END SOLUTION


# %% check="plot_digits"
check("plot_digits")

# %%
plot_digits(x_train[:30], y_train[:30])

# %% [markdown]
# Is each label right? Which digits would you have read otherwise? And in how many ways are sevens
# written? The next cell shows thirty of one class; try others.
#
# My observations:

# %%
digit = 7
chosen = np.flatnonzero(y_train == digit)[:30]
plot_digits(x_train[chosen], y_train[chosen])

# %% [markdown]
# ## What never changes
#
# A pixel that is 0 in every image tells a network nothing: whatever its weight is, it is multiplied
# by 0. And whoever divides each pixel by its own deviation divides by 0 there.
#
# ### Predict before you run
#
# An image has 784 pixels. The documentation says that each digit was fitted into a box of 20 × 20
# and then placed in the middle of 28 × 28. A margin of four pixels on all sides would be 384
# positions. How many of the 784 are 0 in *every* training image? Write your number down, then the
# function.
#
# My prediction:


# %% exercise="always_blank"
def always_blank(images):
    """Find the positions at which every image is 0.

    Args:
        images: uint8 (N, H, W), at least one. Left as they are.

    Returns:
        bool (H, W): True where all N images have a 0, False where any of them has another value,
        however small.

    Example:
        For two images of one row and three columns, [[0, 9, 0]] and [[0, 0, 1]], the answer is
        [[True, False, False]].
    """
    ### BEGIN SOLUTION
    return (images == 0).all(axis=0)
    ### END SOLUTION


# %% check="always_blank"
check("always_blank")

# %%
blank = np.asarray(always_blank(x_train))
_, (left, right) = plt.subplots(1, 2, figsize=(6, 3.2))
left.imshow(blank, cmap="gray", vmin=0, vmax=2)
left.set(title="Gray: never lit in training", xlabel="column", ylabel="row")
right.imshow(x_train.mean(axis=0), cmap="gray", vmin=0)
right.set(title="Mean of all training images", xlabel="column", ylabel="row")

lit_in_test = ~np.asarray(always_blank(x_test))
print(f"{blank.sum()} of {blank.size} positions are 0 in all {len(x_train):,} training images")
print(f"{(blank & lit_in_test).sum()} of these are lit in the test set")

# %% [markdown]
# <details><summary>Why it came out so</summary>
#
# In the full training set it is 67 positions, all near the border and most in the corners; the
# 4,000 offline images leave 123. A margin of four pixels would leave 384. One stroke in one image
# is enough to take a position off the list, and the boxes do not all stand in the middle: you will
# see below why. A position that is blank in training may still be lit in the test set, and some
# are.
# </details>
#
# ## Experiment: is it a fact about MNIST?
#
# Count the blank positions in the first image alone, in the first ten, the first hundred, and so
# on. This takes a few seconds, and is not run when your notebook is graded. Before you run it: does
# the curve become level?
#
# My prediction:

# %% experiment=true
counts = [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 60_000]
counts = [count for count in counts if count < len(x_train)] + [len(x_train)]
blank_positions = [np.sum(always_blank(x_train[:count])) for count in counts]

_, axes = plt.subplots()
axes.plot(counts, blank_positions, marker="o")
axes.set(
    title="Positions that no image has lit so far",
    xlabel="number of training images",
    ylabel="positions, of 784",
    xscale="log",
    ylim=(0, 784),
)
for count, positions in zip(counts, blank_positions, strict=True):
    print(f"first {count:6,d} images: {positions:3d} positions blank")

# %% [markdown]
# ### My result
#
# | | |
# |---|---|
# | positions never lit, in how many training images | |
# | of these, lit in the test set | |
# | does the curve become level? | |
#
# So "never lit" says how many images were looked at as much as what MNIST is. You may not drop
# these pixels from the test set and claim that nothing was lost.
#
# ## Does the documentation tell the truth?
#
# Of every digit it says: scaled to fit a box of 20 × 20 pixels, its proportions kept, then moved
# within the 28 × 28 image until its *center of mass* stood in the middle. That is a claim, and you
# have the data. First find the box.


# %% exercise="bounding_box"
def bounding_box(image):
    """Find the smallest box that holds all lit pixels, those that are not 0.

    Args:
        image: uint8 (H, W), with at least one lit pixel. Left as it is.

    Returns:
        Four integers: the first row, the last row, the first column and the last column that hold a
        lit pixel. The last ones belong to the box.

    Example:
        In an image of 28 × 28 pixels, only [5, 9] and [7, 3] are lit. Its box is (5, 7, 3, 9),
        three rows high and seven columns wide.
    """
    ### BEGIN SOLUTION
    rows = np.flatnonzero(image.any(axis=1))
    columns = np.flatnonzero(image.any(axis=0))
    return rows[0], rows[-1], columns[0], columns[-1]
    ### END SOLUTION


# %% check="bounding_box"
check("bounding_box")

# %% [markdown]
# Measure 2,000 digits. Two promises are tested: the longer side of each box, and where the center
# of mass lies. Pixels are counted from 0 to 27, so the middle of the image lies between 13 and 14.

# %%
boxes = np.array([bounding_box(image) for image in x_train[:2000]])
heights, widths = boxes[:, 1] - boxes[:, 0] + 1, boxes[:, 3] - boxes[:, 2] + 1
sides, how_often = np.unique(np.maximum(heights, widths), return_counts=True)
print("longer side:   ", dict(zip(sides.tolist(), how_often.tolist(), strict=True)))
print("rows used:     ", boxes[:, 0].min(), "to", boxes[:, 1].max())
print("columns used:  ", boxes[:, 2].min(), "to", boxes[:, 3].max())

ink = x_train[:2000].astype(float)
center_row = (ink.sum(axis=2) @ np.arange(28)) / ink.sum(axis=(1, 2))
center_column = (ink.sum(axis=1) @ np.arange(28)) / ink.sum(axis=(1, 2))
print(f"center of mass: rows {center_row.min():.2f} to {center_row.max():.2f},", end=" ")
print(f"columns {center_column.min():.2f} to {center_column.max():.2f}")

# %% [markdown]
# <details><summary>Why it came out so</summary>
#
# The longer side is 20 in nearly every image and never more: the first promise holds, to the pixel.
# The center of mass lies between 13.5 and 14.5, as near to pixel 14 as moving by whole pixels can
# bring it: the second promise holds too. But the box itself stands off center: it reaches into rows
# and columns that a centered box of 20 would leave free, 4 to 23. A 7 is heavy at its top, so it
# is moved down until its mass is in the middle. That is why the border is not always black.
# </details>
#
# ### My result
#
# | promise | what I measured, on how many digits |
# |---|---|
# | fits into 20 × 20 | |
# | center of mass in the middle | |
# | values from 0 to 255 | |
# | ten classes | |

# %% [markdown] question="what-mnist-is" points=3
# **Question: note down the dimensions and other practical information about MNIST.** (3 points)
#
# Write it for a colleague who is to build the network and has not seen the data: one paragraph, or
# a short table. Say how many images, of which size and type, with which values and classes; where
# the digits come from; and what was done to them before you got them. For at least two of these
# facts, say what they mean for the network or for its use. Mark what you measured yourself, and on
# how many images.
#
# ### BEGIN MARK SCHEME
# - 1 point for the dimensions, all of them right: 60,000 training and 10,000 test images (or 4,000
#   and 1,000 of them, named as the offline sample), 28 × 28 pixels, one gray channel, `uint8` from
#   0 to 255, ten classes, 0 to 9. One slip among these is forgiven.
# - 1 point for practical facts beyond them, at least two of: 0 is the background, so digits are
#   white on black; about 81% of the pixels are 0, mean about 33, deviation about 79; the digits are
#   scaled to a box of 20 × 20 and centered by mass; they come from NIST's SD-3 (Census Bureau
#   staff) and SD-1 (high-school students), and the writers of the two sets are different people;
#   the grays come from smoothing, the originals were black and white; a few labels are wrong; some
#   positions are never lit (67 of 784 in the full training set, 123 in the offline one).
# - 1 point for two consequences, each tied to its fact. Such as: 28 × 28 and one channel fix the
#   input shape; ten classes fix the outputs; 0 to 255 has to be scaled; constant pixels forbid
#   dividing by each pixel's own deviation; digits come centered and of one size, so digits from
#   elsewhere must be brought into that form before they are predicted; different writers make the
#   test an honest one for new writers. Half of it, rounded as you like, for one.
# - A number of the offline sample given as one of MNIST costs no point, unless the sample was not
#   mentioned at all.
# ### END MARK SCHEME

# %% [markdown] question="a-photographed-digit" points=2
# **Question: a friend photographs a 4, written in blue ink on white paper, 3,000 × 4,000 pixels.
# What has to happen to the photograph before a network that was trained on MNIST can be asked about
# it?** (2 points)
#
# List the steps in order, and say of each which fact about MNIST makes it necessary. What would
# happen if the step that inverts the grays were forgotten?
#
# ### BEGIN MARK SCHEME
# - 1 point for at least four of these steps, each with its fact: make it gray (one channel); invert
#   it (0 is the background, ink is bright); make the paper truly 0 (four pixels in five are exactly
#   0: threshold it, or remove the shading); cut out the digit; scale it with its proportions kept
#   so that its longer side is 20; place it in 28 × 28 with the center of mass in the middle; the
#   same type and scaling as in training, the shape (1, 28, 28, 1) included. A different order is
#   right where it leads to the same image.
# - 1 point for the consequence of leaving out the inversion: the network meets an input unlike any
#   that it was trained on (nearly all pixels large in place of nearly all 0), and answers all the
#   same, often surely and wrongly, without any error. "The accuracy gets worse" without a reason
#   earns nothing.
# ### END MARK SCHEME

# %% [markdown]
# ## What to take away
#
# - Pixels are bytes, 0 to 255, and 0 is the black background. Look before you assume.
# - A description is a function, not a note: ask it again after every step.
# - Draw images with their labels, on one fixed scale. Wrong pairing, wrong orientation and wrong
#   grays show in a second there, and in no average.
# - What no image shows may still come: "never" in a sample is a statement about its size.
# - Documentation is a claim. Where you hold the data, test it.
