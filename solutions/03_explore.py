# %% [markdown]
# # 03 · Explore
#
# Section I.II of the brief. About 50 minutes: four functions, one plot, two questions and one
# experiment. The lesson of the same name explains each step; read it beside this notebook.
#
# When you are through you can
#
# - count the images of each class, and show the counts so that they can be compared
# - tell unequal classes from imbalanced ones, by a number
# - name the score that a model gets without looking at an image
# - describe each class by the mean of its images, and say what a mean hides
#
# Each exercise is one small function. Write it in place of `raise NotImplementedError()`, run its
# cell, then run the `check` below it. A check tells you what it found. If you are stuck, `hint`
# helps in three steps, as in `hint("class_counts", 1)`.
#
# Classes are counted on the labels of the full set, 60,000 and 10,000. If its images are out of
# reach here, the images below are a smaller set, with equally many of each class; then the labels
# to be counted belong to none of them.

# %% locked=true
import matplotlib.pyplot as plt
import numpy as np

from course import check, hint, load_labels, load_mnist
from course.plots import show_digits, use_course_style

use_course_style()
(x_train, y_train), (x_test, y_test) = load_mnist()
train_labels, test_labels = load_labels()
print(f"Images: {x_train.shape} to train, {x_test.shape} to test")
print(f"Labels to count: {train_labels.shape} to train, {test_labels.shape} to test")

# %% [markdown]
# ## Predict before you run
#
# A program never looks at the image. Whatever you show it, it says "1". What is its accuracy on the
# 10,000 test digits? Write down a number with two digits behind the point, then run the cell.
#
# My prediction:

# %%
print(f"always saying 1: {np.mean(test_labels == 1):.2%} of the test digits")

# %% [markdown]
# <details><summary>Why it came out so</summary>
#
# With ten equal classes it would be 10%. It is more, so more than a tenth of the digits are 1s: the
# classes are not equal. Another digit would have given another number. Which one is the best to
# name, without having seen the test labels? For this you have to count.
# </details>
#
# ## Count
#
# The first description of a labeled data set is how many examples each class has. Each class gets
# its place, also one without any example: a 0 in the table says something, a missing row does not.


# %% exercise="class_counts"
def class_counts(labels, num_classes=10):
    """Count how often each class occurs.

    Args:
        labels: integers (N,), from 0 to num_classes - 1, of any integer type. Left as they are.
        num_classes: how many classes there are, whichever of them occur.

    Returns:
        (num_classes,) numbers: at position c, how many labels are c; 0 for a class without any.

    Example:
        The labels [2, 0, 2, 2] with num_classes=4 give [1, 0, 3, 0].
    """
    ### BEGIN SOLUTION
    return np.bincount(labels, minlength=num_classes)
    ### END SOLUTION


# %% check="class_counts"
check("class_counts")

# %%
train_counts = np.asarray(class_counts(train_labels))
test_counts = np.asarray(class_counts(test_labels))
print("digit    train   share     test   share")
for digit in range(10):
    train_share = train_counts[digit] / train_counts.sum()
    test_share = test_counts[digit] / test_counts.sum()
    print(
        f"{digit:5d} {train_counts[digit]:8,d} {train_share:7.2%}"
        f" {test_counts[digit]:8,d} {test_share:7.2%}"
    )

# %% [markdown]
# ## Show the counts
#
# A table is for looking up, a graph for comparing. The eye compares lengths, so the length of a bar
# has to be the count: it starts at 0. And digits are names here, ten of them, so each is written at
# its bar. You decide on colors, order and words.


# %% exercise="plot_class_counts"
def plot_class_counts(counts):
    """Draw how many examples each of the ten digits has.

    There is one bar for each digit, upright or lying, whose length is the count as it comes; stems
    or separate points will do as well. Bars and stems start at 0, and the axis of the counts is
    linear and includes 0. All ten digits are written at their bars. Both axes are labeled. In which
    order the digits stand is yours to choose, and a title is welcome.

    Args:
        counts: array of integers (10,), the number of examples of the digits 0 to 9. Left as it is.

    Returns:
        Nothing needed; a figure or axes do no harm.

    Example:
        The bar above the 3 is as high as counts[3], the number of threes.
    """
    ### BEGIN SOLUTION
    _, axes = plt.subplots()
    axes.bar(range(10), counts)
    axes.set(xlabel="digit", ylabel="number of images", xticks=range(10))
    ### END SOLUTION


# %% check="plot_class_counts"
check("plot_class_counts")

# %% [markdown]
# The training labels:

# %%
plot_class_counts(train_counts)

# %% [markdown]
# The test labels:

# %%
plot_class_counts(test_counts)

# %% [markdown]
# Compare the two graphs. Which digit is the most frequent, which the rarest? Is it the same in
# both? Does the order agree?
#
# My observation:
#
# ## How unequal?
#
# *Imbalance* is measured by a ratio: the largest class over the smallest. For equal classes it is
# 1. If a class has no example at all, no number is large enough, so the ratio is infinite.


# %% exercise="imbalance_ratio"
def imbalance_ratio(counts):
    """Divide the size of the largest class by that of the smallest.

    Args:
        counts: array of integers (C,), the number of examples of each class, not all 0. Left as
            it is.

    Returns:
        One number, at least 1; `inf` if a class has no example.

    Example:
        The counts [30, 20, 40] give 2.0, and [30, 0, 40] give inf.
    """
    ### BEGIN SOLUTION
    largest, smallest = max(counts), min(counts)
    return float(largest / smallest) if smallest > 0 else float("inf")
    ### END SOLUTION


# %% check="imbalance_ratio"
check("imbalance_ratio")

# %% [markdown]
# ### Is it chance, and does it matter?
#
# These are two questions. The next cell puts numbers to both. First it draws 60,000 labels from ten
# equally likely classes, a thousand times, and looks how unequal chance alone makes them. Then it
# compares with a set that is imbalanced: 1 example in 1,000 belongs to the class of interest, as
# with cards that are used by thieves.
#
# Before you run it: is the ratio of MNIST nearer to that of chance or to that of the cards?
#
# My prediction:

# %%
draws = np.random.default_rng(0).multinomial(60_000, [0.1] * 10, size=1000)
by_chance = draws.max(axis=1) / draws.min(axis=1)
print(f"ten equal classes, by chance:  {by_chance.max():8.2f} at most in {len(draws):,} draws")
print(f"MNIST, training labels:        {imbalance_ratio(train_counts):8.2f}")
print(f"MNIST, test labels:            {imbalance_ratio(test_counts):8.2f}")
print(f"cards, 999 honest to 1 stolen: {imbalance_ratio(np.array([999, 1])):8.2f}")

# %% [markdown]
# <details><summary>Why it came out so</summary>
#
# The digits are unequal beyond what chance would do: whoever collected them did not take the same
# number of each, and did not draw them evenly either. And yet the smallest class is nearly as large
# as the largest. Whether a difference is real, and whether it matters, are two questions; 60,000
# labels show differences that no model will notice.
# </details>
#
# ### A misconception
#
# *"The classes are unequal, so the data are imbalanced."* Data are called imbalanced when a model
# gets a good score by neglecting the small class. The ratio hints at it; the next number tells.
#
# ## The silly score
#
# The simplest model looks at no image. It names the digit that was most frequent *in training*,
# whatever it is shown. Its accuracy is the score to beat: a model that gets no more has learned
# nothing from the pixels.


# %% exercise="majority_accuracy"
def majority_accuracy(train_labels, test_labels):
    """Say how often the most frequent training label is right on the test labels.

    Args:
        train_labels: integers (N,), from 0 to 9, from which the majority is learned. Left as
            they are.
        test_labels: integers (M,), from 0 to 9, on which it is judged. Left as they are.

    Returns:
        A fraction from 0 to 1: of the test labels, how many are the label that is most frequent
        among the training labels. If several are equally frequent there, the smallest digit counts.

    Example:
        For the training labels [7, 7, 1] and the test labels [1, 7, 1, 1] it is 0.25: the program
        always says 7, and one test label of four is a 7.
    """
    ### BEGIN SOLUTION
    majority = np.argmax(np.bincount(train_labels))
    return float(np.mean(test_labels == majority))
    ### END SOLUTION


# %% check="majority_accuracy"
check("majority_accuracy")

# %% [markdown]
# Three data sets, three silly scores. Before you run the cell: which one is the hardest to beat?

# %%
cards = np.repeat([0, 1], [999, 1])
three_or_not = [np.where(labels == 3, 1, 0) for labels in (train_labels, test_labels)]
print(f"MNIST:                {majority_accuracy(train_labels, test_labels):7.2%}")
print(f'"is it a 3?", yes/no: {majority_accuracy(*three_or_not):7.2%}')
print(f"cards:                {majority_accuracy(cards, cards):7.2%}")

# %% [markdown]
# The same digits became an imbalanced set when the question changed: whoever always says "no, not a
# 3" looks excellent, and has never found a 3.
#
# ### My result
#
# | | training labels | test labels |
# |---|---|---|
# | number of labels | | |
# | most frequent digit, and how often | | |
# | rarest digit, and how often | | |
# | largest over smallest | | |
# | accuracy of always naming the most frequent training digit | – | |

# %% [markdown] question="class-distribution" points=3
# **Question: make deductions upon the class distribution.** (3 points)
#
# In four to six sentences. Say what you found, with numbers; whether you call it imbalanced, and
# why; what follows for the work ahead (which score to report, what it is compared with, whether
# anything has to be done about the classes); and one thing that the counts do not tell.
#
# ### BEGIN MARK SCHEME
# - 1 point for the finding with numbers and a judgment: training counts from 5,421 (digit 5) to
#   6,742 (digit 1), shares of about 9.0% to 11.2%, ratio 1.24 (test: 892 to 1,135, ratio 1.27);
#   unequal, more than by chance, and still not imbalanced in the sense that matters. Whoever calls
#   it "slightly imbalanced" and says that it needs no remedy earns the point too. "Balanced" or
#   "imbalanced" without a number does not.
# - 1 point for a consequence that follows. Any of these: accuracy is a fair score here; it is to be
#   compared with 11.35%, always saying 1, rather than with 0 or 10%; no resampling and no class
#   weights are needed; a split is stratified all the same, so that each part keeps the shares;
#   train and test have similar shares, so a test score is no matter of another mix.
# - 1 point for a limit. Any of these: counts say nothing about how hard a class is or how varied,
#   nothing about writers, quality or wrong labels; the mix in use may be another one (postal codes,
#   amounts), so accuracy there may differ; recall of each class is still worth a look; offline the
#   images come from a set with equal classes, so nothing can be learned from counting those.
# - No point is lost for language, and none gained for length.
# ### END MARK SCHEME

# %% [markdown]
# ## What a class looks like on average
#
# Now the images. A mean over the images of a class gives, at each place, how bright it is there on
# average. It shows where a class keeps its ink, and, where it is blurred, that writers differ.


# %% exercise="mean_digits"
def mean_digits(images, labels):
    """Average the images of each digit.

    Args:
        images: (N, 28, 28), uint8 from 0 to 255 or floats. Left as they are.
        labels: integers (N,), from 0 to 9, one for each image. Left as they are.

    Returns:
        (10, 28, 28) floats: at position d, the mean over all images with the label d, pixel by
        pixel and in the units of the images. If no image has the label d, all its pixels are NaN.

    Example:
        If two images have the label 4, and a pixel is 100 in one and 201 in the other, that pixel
        of result[4] is 150.5.
    """
    ### BEGIN SOLUTION
    means = np.full((10, 28, 28), np.nan)
    for digit in np.unique(labels):
        means[digit] = images[labels == digit].mean(axis=0)
    return means
    ### END SOLUTION


# %% check="mean_digits"
check("mean_digits")

# %% [markdown]
# Look at them, and at some numbers for each class: *ink* is the mean over all pixels of a class,
# and *spread* is the standard deviation at each place, averaged over all places.
#
# Before you run it: which digit takes the least ink? In which do the writers differ most?
#
# My prediction:

# %%
means = np.asarray(mean_digits(x_train, y_train))
show_digits(means / 255, range(10))
print("digit     ink  spread")
for digit in range(10):
    spread = x_train[y_train == digit].std(axis=0).mean()
    print(f"{digit:5d} {means[digit].mean():7.1f} {spread:7.1f}")

# %% [markdown]
# ### My result
#
# | | digit | value |
# |---|---|---|
# | least ink | | |
# | most ink | | |
# | smallest spread | | |
# | largest spread | | |
#
# Where a mean is gray rather than white or black, the writers of that digit disagree. For example:

# %% [markdown] question="class-statistics" points=2
# **Question: were descriptive statistics needed here?** (2 points)
#
# The brief says "if needed". Name two statistics of the classes that you computed, and what each
# has told you that you will use. Then name one thing about the images that neither of them shows.
#
# ### BEGIN MARK SCHEME
# - 1 point for two statistics, each with what it told. For example: counts or shares (none is rare,
#   so accuracy is fair); the ratio (1.24: no remedy needed); the majority's accuracy (the score to
#   beat); mean images (where each class keeps its ink; blurred where writers differ); ink (a 1
#   takes the least, a 0 the most, so ink alone separates some digits); spread. Half the point,
#   rounded as you like, for one of them.
# - 1 point for something that they do not show. Any of these: single outliers or wrong labels; two
#   ways of writing one digit (a mean of 7s with and without a bar shows neither); which digits are
#   confused; dependence between pixels, shapes; who wrote them. "Everything" earns nothing.
# ### END MARK SCHEME

# %% [markdown]
# ## Experiment: how far do ten averages get?
#
# Always naming one digit is silly. This is a little less so: compare an image with the ten mean
# digits, pixel by pixel, and name the nearest. There is no network, no training beyond an average.
# This takes seconds, and is not run when your notebook is graded.
#
# Before you run it: where between the silly score and 100% will it end?
#
# My prediction:

# %% experiment=true
flat_means = means.reshape(10, 784)
guesses = []
for image in x_test.reshape(-1, 784).astype("float64"):
    distances = ((image - flat_means) ** 2).sum(axis=1)
    guesses.append(distances.argmin())
right = np.array(guesses) == y_test
# Judged on the same test digits, and not on the labels that were counted above.
silly = majority_accuracy(y_train, y_test)
print(f"always the most frequent digit: {silly:.1%} of {len(y_test):,} test digits")
print(f"the nearest of ten means:       {right.mean():.1%} of {len(y_test):,} test digits")

# %% experiment=true
shares_right = [right[y_test == digit].mean() for digit in range(10)]
_, axes = plt.subplots()
axes.bar(range(10), shares_right)
axes.axhline(right.mean(), color="gray", linestyle=":")
axes.set(
    title="The nearest of ten means",
    xlabel="digit",
    ylabel="share told rightly",
    xticks=range(10),
    ylim=(0, 1),
)
wrong = np.flatnonzero(~right)[:10]
show_digits(x_test[wrong], [f"{y_test[i]}, not {guesses[i]}" for i in wrong])

# %% [markdown]
# ### My result
#
# The dotted line is the accuracy over all digits.
#
# | model | accuracy | on how many test digits |
# |---|---|---|
# | always the most frequent training digit | | |
# | the nearest of ten means | | |
#
# - Was my prediction right? If not, what did I leave out?
# - Which digit is told worst? Look at its mean and at its spread: can you see why?
# - A network that takes an hour to train gets 85%. What would you say to its author?
#
# ## What to take away
#
# - Count each class, and give a class without examples its 0.
# - Bars start at 0, and each has its name: the eye compares lengths.
# - Unequal is not imbalanced. Ask what a model would get by neglecting the small classes.
# - Know the silly score before the first model, learned from the training labels and judged on the
#   test labels. An accuracy means little without it.
# - A mean shows what a class has in common, and hides how its images differ.
