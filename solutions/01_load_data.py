# %% [markdown]
# # 01 · Load data
#
# Section D of the brief. About 50 minutes: four functions, two questions and two experiments. The
# lesson of the same name explains each step; read it beside this notebook.
#
# When you are through you can
#
# - load the digits with Keras, and say what each of the four arrays holds
# - read a shape, and write it down so that others can check it
# - say what the test set is for, and what is lost when it is used as training data
# - read the original files byte by byte, and refuse a file that breaks its promise
#
# Each exercise is one small function. Write it in place of `raise NotImplementedError()`, run its
# cell, then run the `check` below it. A check tells you what it found. If you are stuck, `hint`
# helps in three steps, as in `hint("load_digits", 1)`.

# %% locked=true
import matplotlib.pyplot as plt
import numpy as np

from course import check, hint, load_mnist
from course.plots import show_digits, use_course_style

use_course_style()


def write_idx(array):
    """Return a uint8 array as the bytes of an idx file: magic number, sizes, values."""
    numbers = [0x0800 + array.ndim, *array.shape]
    return b"".join(number.to_bytes(4, "big") for number in numbers) + array.tobytes()


# %% [markdown]
# ## Predict before you run
#
# MNIST holds 60,000 digits to train with and 10,000 to test with. Each is a gray picture of
# 28 × 28 pixels. Before you load anything, write down the shape of the array of training images:
# how many numbers has it, and in which order?
#
# My prediction:
#
# ## Load
#
# The brief loads the digits with Keras. The loader is called `load_data`, it lives in
# `keras.datasets.mnist`, and it returns two pairs of arrays. On its first run it downloads 11 MB
# and keeps them; after that it needs no network.
#
# **No network?** Then Keras stops with `URL fetch failure`. That is no mistake of yours, and the
# check below lets it pass. To go on, return `load_mnist()` instead, the course's own loader. It
# gives the same four arrays wherever a copy can be found, and 5,000 of the digits everywhere else.


# %% exercise="load_digits"
def load_digits():
    """Load MNIST, the images as raw bytes, in the order in which Keras gives them.

    Returns:
        (x_train, y_train), (x_test, y_test): two pairs of arrays.
        Images: uint8 (N, 28, 28), from 0 (black) to 255 (white).
        Labels: uint8 (N,), the digits from 0 to 9 that the images show.
        N is 60,000 in the first pair and 10,000 in the second; 4,000 and 1,000 offline.

    Example:
        >>> (x_train, y_train), (x_test, y_test) = load_digits()
        >>> x_test.shape, y_test.shape
        ((10000, 28, 28), (10000,))
    """
    ### BEGIN SOLUTION
    from keras.datasets import mnist

    try:
        return mnist.load_data()
    except Exception:  # Keras has no better name for a download that fails
        return load_mnist()
    ### END SOLUTION


# %% check="load_digits"
check("load_digits")

# %% [markdown]
# Now take the brief's own step. The brief calls the arrays `trainsetX`, `trainsety`, `testsetX` and
# `testsety`; this course writes `x_train`, `y_train`, `x_test` and `y_test`, as Keras does.

# %%
(x_train, y_train), (x_test, y_test) = load_digits()

print(f"Train: X = {x_train.shape}, y = {y_train.shape}")
print(f"Test: X = {x_test.shape}, y = {y_test.shape}")
print("type:", x_train.dtype, "and", y_train.dtype)
print("memory:", f"{x_train.nbytes / 1e6:.1f} MB of training images")
show_digits(x_train[:10], y_train[:10])

# %% [markdown]
# <details><summary>Was the prediction right?</summary>
#
# The training images have the shape (60000, 28, 28), or (4000, 28, 28) without a network. The
# first axis counts images, the second rows, the third columns. There is no axis for the gray
# itself: it is the value. (60000, 784) would be images laid out in one row each, and
# (60000, 28, 28, 1) has a channel, which section 04 adds.
# </details>
#
# ### My result
#
# | array | shape | type | smallest and largest value |
# |---|---|---|---|
# | `x_train` | | | |
# | `y_train` | | | |
# | `x_test` | | | |
# | `y_test` | | | |

# %% [markdown] question="shapes" points=2
# **Question: what do the four shapes mean?** (2 points)
#
# Say for each axis of the training images what it counts. Why has the array of labels one axis
# only? Which two numbers must be equal, and what would it mean if they were not? Write down how to
# get the label of one image, and one pixel of it.
#
# ### BEGIN MARK SCHEME
# - 1 point for the axes: images, then rows (height, from the top), then columns (width, from the
#   left) of the training images; the labels have one axis since each image has exactly one label, a
#   plain number. 60,000 and 10,000 images, or 4,000 and 1,000 offline, as the notebook shows.
# - 1 point for the pairing: the first axis of images and labels must be equally long, since
#   `y_train[i]` belongs to `x_train[i]`; if not, images or labels were lost and the pairs may be
#   wrong from there on (equal lengths do not prove that they are right). A pixel is
#   `x_train[i, row, column]`.
# - Half of the second point, rounded as you like, for the equality without what it means.
# - No point is lost for language, and none gained for length.
# ### END MARK SCHEME

# %% [markdown]
# ## Write it down
#
# A line with the shapes at the top of a notebook is the cheapest check there is. The brief prints
# two such lines. A function that *returns* the line can do more: it can be printed, put into a
# title, written to a file, or compared.


# %% exercise="split_summary"
def split_summary(name, images, labels):
    """Return one line on the shapes of a set of digits. Nothing is printed.

    Args:
        name: text, what the set is called, such as "Train".
        images: an array of any shape.
        labels: an array of any shape.

    Returns:
        A text of exactly this form: the name, a colon, the two shapes as Python writes tuples.

    Example:
        For the full training set: 'Train: X = (60000, 28, 28), y = (60000,)'
        For three images of 8 × 8: 'Mini: X = (3, 8, 8), y = (3,)'
    """
    ### BEGIN SOLUTION
    return f"{name}: X = {images.shape}, y = {labels.shape}"
    ### END SOLUTION


# %% check="split_summary"
check("split_summary")

# %%
print(split_summary("Train", x_train, y_train))
print(split_summary("Test", x_test, y_test))

# %% [markdown]
# ## What the test set is for
#
# *"The test set is more training data."* It could be used so: it has images, and it has labels. The
# next experiment tries it, with a model that needs no training at all. *Nearest neighbor* keeps the
# digits that it is given. Asked about a new one, it looks for the most similar digit that it has,
# and repeats its label.
#
# It runs twice: once with 2,000 training digits, and once with these and the test digits too. Each
# time it is asked about the test digits, and about *fresh* digits that it was never given.
#
# Before you run it, write down the four accuracies that you expect.
#
# | accuracy on | test digits | fresh digits |
# |---|---|---|
# | with training digits | | |
# | with test digits too | | |

# %% experiment=true
from sklearn.neighbors import KNeighborsClassifier

chosen = np.random.default_rng(0).permutation(len(x_train))[:3000]
rows = x_train.reshape(len(x_train), -1)[chosen].astype("float32")
fit_rows, fit_labels = rows[:2000], y_train[chosen][:2000]
fresh_rows, fresh_labels = rows[2000:], y_train[chosen][2000:]
test_rows, test_labels = (
    x_test.reshape(len(x_test), -1)[:1000].astype("float32"),
    y_test[:1000],
)

accuracies = {}
for given, given_rows, given_labels in (
    ("training digits", fit_rows, fit_labels),
    ("test digits too", np.r_[fit_rows, test_rows], np.r_[fit_labels, test_labels]),
):
    model = KNeighborsClassifier(n_neighbors=1).fit(given_rows, given_labels)
    accuracies[given] = [
        model.score(test_rows, test_labels),
        model.score(fresh_rows, fresh_labels),
    ]
    on_test, on_fresh = accuracies[given]
    print(f"with {given}: {on_test:.1%} of 1,000 test digits, {on_fresh:.1%} of 1,000 fresh digits")

# %% experiment=true
_, axes = plt.subplots()
for shift, (given, pair) in zip((-0.2, 0.2), accuracies.items(), strict=True):
    bars = axes.bar(np.arange(2) + shift, pair, width=0.38, label=f"with {given}")
    axes.bar_label(bars, [f"{accuracy:.1%}" for accuracy in pair])
axes.set(
    title="Nearest neighbor, without and with the test digits",
    ylabel="accuracy",
    xticks=[0, 1],
    xticklabels=["asked about test digits", "asked about fresh digits"],
    ylim=(0, 1.25),
)
axes.legend(loc="upper center", ncols=2)
plt.show()

# %% [markdown]
# <details><summary>Why it came out so</summary>
#
# A test digit that the model was given has itself as its nearest neighbor, so every answer on the
# test digits is right. It is not because the model got better: on fresh digits it gained what 1,000
# more training digits are worth, and no more. The test accuracy no longer speaks of new digits, and
# nothing else is left that does.
# </details>
#
# ### My result
#
# - On test digits the accuracy went from … to …, on fresh digits from … to …
# - Which of the four numbers would I promise to someone who will send me new digits?

# %% [markdown] question="test-set" points=2
# **Question: what is a test set for?** (2 points)
#
# A colleague says: "10,000 labeled digits lie idle. Let us train on all 70,000." Answer in three to
# five sentences: what would be lost, and when may a test set be looked at?
#
# ### BEGIN MARK SCHEME
# - 1 point for the purpose: the test set estimates how well the finished model does on digits that
#   it has never seen. Trained on, its score measures memory, and no untouched digits are left to
#   measure anything else; the result of the experiment (all test digits right, fresh digits hardly
#   better) is a good argument.
# - 1 point for when: once, at the end, for the chosen model; decisions on the way (architecture,
#   learning rate, number of epochs) use a validation set or folds taken from the training set,
#   since choosing by the test score fits the choice to it. Saying that a final model for use may
#   be trained on all data, without a score of its own, is right as well.
# - "To see whether it works" without *new* or *unseen* digits earns nothing.
# ### END MARK SCHEME

# %% [markdown]
# ## What is in the file
#
# Keras hands over arrays. A file has none: it is a row of bytes, and a promise on how to read them.
# The original MNIST files are of the kind *idx*. They begin with whole numbers of four bytes each,
# the most significant byte first (*big-endian*):
#
# | bytes | in a file of images | in a file of labels |
# |---|---|---|
# | 0 to 3 | magic number 0x0803 = 2051 | magic number 0x0801 = 2049 |
# | 4 to 7 | number of images | number of labels |
# | 8 to 11 | rows | the labels begin |
# | 12 to 15 | columns | |
# | from 16 | the pixels begin, row by row | |
#
# The magic number says what follows: 08 for unsigned bytes, and then how many sizes there are.
#
# To see a mistake in the order of rows and columns, pictures must not be square. So here is a file
# made in memory: ten digits, cut to 20 rows and 16 columns.

# %%
narrow = x_train[:10, 4:24, 6:22]
image_file = write_idx(narrow)
label_file = write_idx(np.asarray(y_train[:10], np.uint8))
print("images:", len(image_file), "bytes:", image_file[:16].hex(" "), "...")
print("labels:", len(label_file), "bytes:", label_file.hex(" "))

# %% [markdown]
# Find the magic number, the number of images, the rows and the columns by eye. In hexadecimal, 14
# is 20, 10 is 16 and 0a is 10. Where do the labels begin?
#
# What I found:


# %% exercise="idx_header"
def idx_header(data):
    """Read the header of an idx file of images or labels.

    Args:
        data: bytes, the whole file.

    Returns:
        (magic, shape): the magic number, an int, and the sizes as a tuple of ints: (N, H, W) of a
        file of images, (N,) of a file of labels.

    Example:
        A file of three labels begins with the bytes 00 00 08 01 00 00 00 03: (2049, (3,)).
    """
    ### BEGIN SOLUTION
    magic = int.from_bytes(data[:4], "big")
    dimensions = magic % 256
    shape = tuple(
        int.from_bytes(data[4 + 4 * axis : 8 + 4 * axis], "big") for axis in range(dimensions)
    )
    return magic, shape
    ### END SOLUTION


# %% check="idx_header"
check("idx_header")

# %%
print("images:", idx_header(image_file))
print("labels:", idx_header(label_file))

# %% [markdown]
# ## Read it
#
# Now read the rest. A file may be damaged, packed, or something else altogether, and whatever bytes
# it has, an array can be made of them. So a good reader compares the file with its promise, and
# raises a `ValueError` where they differ. Noise that looks like data costs more than an error.


# %% exercise="read_idx"
def read_idx(data):
    """Read an idx file of images or labels.

    You may call your `idx_header`.

    Args:
        data: bytes, the whole file.

    Returns:
        uint8 (N, H, W) for a file of images, uint8 (N,) for a file of labels.

    Raises:
        ValueError: the magic number is neither 0x0803 nor 0x0801, or there are more bytes or fewer
            than the header promises, be it that the header itself is cut off.

    Example:
        The bytes 00 00 08 01 00 00 00 03 07 02 01 are three labels: [7, 2, 1].
    """
    ### BEGIN SOLUTION
    magic, shape = idx_header(data)
    if magic not in (0x0801, 0x0803):
        raise ValueError(f"The magic number is {magic:#06x}, not 0x0801 or 0x0803.")
    header = 4 + 4 * len(shape)
    promised = header + int(np.prod(shape))
    if len(data) != promised:
        raise ValueError(f"The file has {len(data)} bytes, and its header promises {promised}.")
    return np.frombuffer(data, np.uint8, offset=header).reshape(shape)
    ### END SOLUTION


# %% check="read_idx"
check("read_idx")

# %% [markdown]
# The first row shows your digits. The second shows the same bytes with height and width exchanged:
# no error, since 20 × 16 is 16 × 20, and no digit either.

# %%
digits = np.asarray(read_idx(image_file))
show_digits(digits, read_idx(label_file))
show_digits(digits.reshape(-1, 16, 20))

# %% [markdown]
# ## Experiment: the whole set
#
# Write all four arrays as the original files are, pack them, unpack and read them, and compare. The
# full set takes a few seconds; this cell is not run when your notebook is graded.

# %% experiment=true
import gzip

for name, array in (
    ("training images", x_train),
    ("training labels", y_train),
    ("test images", x_test),
    ("test labels", y_test),
):
    file = write_idx(np.asarray(array, np.uint8))
    packed = gzip.compress(file, compresslevel=1)
    same = np.array_equal(read_idx(gzip.decompress(packed)), array)
    print(f"{name:16s} {idx_header(file)[1]}: {len(file) / 1e6:.3f} MB, {len(packed) / 1e6:.3f} MB")
    print(f"{'':16s} packed; read again, they are {'the same' if same else 'NOT the same'}")

# %% [markdown]
# ### My result
#
# - The file of training images has … bytes: 16 and … × 28 × 28.
# - Packing makes it … times smaller. Why do digits pack so well?
# - What my `read_idx` says to a file that is still packed, and why that is good:
#
# ## What to take away
#
# - Four arrays: images and labels to train with, images and labels to test with. The first axis
#   counts, and image *i* belongs to label *i*.
# - Print shape, type and range as soon as data are loaded, and compare them with what you expect.
# - The test set answers one question, once: how does the finished model do on digits that it has
#   never seen? Trained on, it answers nothing.
# - A file is bytes with a promise. Read the promise, compare, and refuse what breaks it.
