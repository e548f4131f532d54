# %% [markdown]
# # 07 · Diagnose
#
# Section V of the brief. About 90 minutes: six functions, two questions and one experiment with
# three networks. The lesson of the same name explains each step; read it beside this notebook.
#
# When you are through you can
#
# - put a training history into a table, and find the epoch at which it was best
# - tell overfitting, underfitting and a good fit by rules that you can state
# - draw the curves of every fold so that a reader sees which is which
# - count in a confusion matrix which digits are taken for which, and look at the worst mistakes
# - say what a gap between two curves means, and what it does not
#
# Each exercise is one small function. Write it in place of `raise NotImplementedError()`, run its
# cell, then run the `check` below it. A check tells you what it found. If you are stuck, `hint`
# helps in three steps, as in `hint("best_epoch", 1)`.

# %% locked=true
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers
from sklearn.model_selection import StratifiedKFold, train_test_split

from course import check, hint, load_mnist
from course.plots import show_digits, use_course_style

use_course_style()
(x_train, y_train), (x_test, y_test) = load_mnist()
print(f"Train: X = {x_train.shape}, y = {y_train.shape}")
print(f"Test: X = {x_test.shape}, y = {y_test.shape}")


def prepare(images):
    """Do the work of section 04 in one line: float32 in [0, 1], with a channel, (N, 28, 28, 1)."""
    return np.asarray(images, "float32")[..., np.newaxis] / 255


# %% [markdown]
# ## 1 · A history is four lists
#
# When a model trains with `validation_data`, Keras keeps four numbers for each epoch: loss and
# accuracy on the images that it learns from, and `val_loss` and `val_accuracy` on held-out ones.
# The brief says *test set* for the held-out images of a fold. We keep the real test set for
# section 09.
#
# Here is a history of five epochs, made up so that you can follow each step by hand.

# %%
example = {
    "loss": [1.20, 0.50, 0.20, 0.10, 0.05],
    "val_loss": [0.90, 0.45, 0.40, 0.48, 0.60],
    "accuracy": [0.60, 0.85, 0.94, 0.97, 0.99],
    "val_accuracy": [0.72, 0.86, 0.88, 0.89, 0.90],
}

# %% [markdown]
# Four lists are handy for drawing. For reading, a table is better: one row for each epoch, the four
# numbers side by side. People count epochs from 1, and Keras's progress lines do so too.


# %% exercise="history_table"
def history_table(history):
    """Turn a history into a table with one row for each epoch.

    Args:
        history: dict of lists, as in `History.history`: ``"loss"``, ``"val_loss"``, ``"accuracy"``
            and ``"val_accuracy"``, each with one number for each epoch. There may be further keys.
            It is not changed.

    Returns:
        The rows in order, as a list of dicts or as a pandas DataFrame. Each row has at least:

        - ``"epoch"``: the number of the epoch, counted from 1. In a DataFrame it is a column.
        - ``"loss"``, ``"val_loss"``, ``"accuracy"``, ``"val_accuracy"``: the numbers of that epoch
          as they are, not rounded.

    Example:
        >>> history_table({"loss": [0.9, 0.5], "val_loss": [0.8, 0.6],
        ...                "accuracy": [0.7, 0.8], "val_accuracy": [0.75, 0.78]})
        [{'epoch': 1, 'loss': 0.9, 'val_loss': 0.8, 'accuracy': 0.7, 'val_accuracy': 0.75},
         {'epoch': 2, 'loss': 0.5, 'val_loss': 0.6, 'accuracy': 0.8, 'val_accuracy': 0.78}]
    """
    ### BEGIN SOLUTION
    names = ("loss", "val_loss", "accuracy", "val_accuracy")
    return [
        {"epoch": epoch, **dict(zip(names, values, strict=True))}
        for epoch, values in enumerate(zip(*(history[name] for name in names), strict=True), 1)
    ]
    ### END SOLUTION


# %% check="history_table"
check("history_table")

# %% [markdown]
# ## 2 · The best epoch
#
# **Predict before you run.** Look at the four lists of `example`. At which epoch would you have
# stopped? The training loss says one thing, `val_loss` another, and `val_accuracy` a third.
#
# My prediction: …
#
# We go by `val_loss`, measured on digits that the model has not learned from. A training loss
# nearly always falls until the end. `val_accuracy` counts right and wrong only, so it moves in
# jumps; the loss also sees *how sure* the model was.


# %% exercise="best_epoch"
def best_epoch(history):
    """Return the epoch with the lowest validation loss.

    Args:
        history: dict of lists with the keys of `history_table`. It is not changed.

    Returns:
        An int, counted from 1: the epoch at which ``val_loss`` was lowest. If several epochs share
        the lowest value, the first of them.

    Example:
        For a ``val_loss`` of [0.9, 0.45, 0.4, 0.48, 0.6] the best epoch is 3.
    """
    ### BEGIN SOLUTION
    return int(np.argmin(history["val_loss"])) + 1
    ### END SOLUTION


# %% check="best_epoch"
check("best_epoch")

# %% [markdown]
# From epoch 3 to epoch 5 of `example`, `val_loss` rises by half and `val_accuracy` rises too. How
# can both be? Five images are enough to see it. Each number below is the probability that a model
# gave to the right answer, before and after some more epochs. Say there are two answers to choose
# from, so that an image is told rightly above one half.
#
# **Predict before you run.** Does the mean loss go up or down?
#
# My prediction: …

# %%
before = np.array([0.60, 0.60, 0.60, 0.45, 0.45])
after = np.array([0.90, 0.90, 0.90, 0.60, 0.001])
for name, p in (("before", before), ("after", after)):
    print(f"{name:6s}  right: {np.sum(p > 0.5)} of 5   loss: {np.mean(-np.log(p)):.3f}")

# %% [markdown]
# One more image is told rightly, and the loss has more than doubled: one wrong answer grew sure of
# itself. So "val_loss rises while val_accuracy rises" is no contradiction. It is an early sign
# that the model trusts what it has learned by heart.

# %% [markdown]
# ## 3 · Three diagnoses
#
# - **Underfitting**: the model does not even fit the images it learns from. Both curves stay poor.
# - **Overfitting**: it fits those images and not others. Held-out images fall behind, or get worse
#   while the training images still get better.
# - **Good fit**: it fits its training images, and held-out images nearly as well.
#
# "Poor", "behind" and "nearly" need numbers, or two readers will see two things in one plot. The
# numbers in the docstring below are a convention of this course for these digits. Others may choose
# others; what matters is to choose before looking.
#
# **Two misconceptions.** *"Any gap is overfitting."* A model nearly always does a little better on
# images it has learned from, and one that fits well has a small gap too. What counts is how large
# it is, and whether the held-out images get worse. *"Validation above training is a bug."* It is
# common at first: the training numbers are means over an epoch in which the model was still
# changing, and dropout works against it while it trains and not while it is measured.


# %% exercise="diagnose"
def diagnose(history, target=0.95):
    """Say whether a training run overfits, underfits, or fits well.

    The first of these that holds is the answer:

    1. ``"overfitting"``, if at the last epoch ``accuracy`` lies more than 0.05 above
       ``val_accuracy``; or if the last ``val_loss`` is more than 1.1 times its lowest value, while
       since then the training ``loss`` has gone on falling.
    2. ``"underfitting"``, if the last ``accuracy`` is below the target.
    3. ``"good fit"`` otherwise.

    Args:
        history: dict of lists with the keys of `history_table`. It is not changed.
        target: float from 0 to 1, the accuracy on training images that a model should reach.

    Returns:
        One of the three texts. Capital letters do not matter.

    Example:
        A history that ends with an accuracy of 0.99 and a val_accuracy of 0.90 is "overfitting".
        With 0.72 and 0.71, and a val_loss that still falls, it is "underfitting".
    """
    ### BEGIN SOLUTION
    gap = history["accuracy"][-1] - history["val_accuracy"][-1]
    best = int(np.argmin(history["val_loss"]))
    held_out_got_worse = history["val_loss"][-1] > 1.1 * history["val_loss"][best]
    still_learning = history["loss"][-1] < history["loss"][best]
    if gap > 0.05 or (held_out_got_worse and still_learning):
        return "overfitting"
    return "underfitting" if history["accuracy"][-1] < target else "good fit"
    ### END SOLUTION


# %% check="diagnose"
check("diagnose")

# %% [markdown]
# ## 4 · Draw every fold
#
# A rule sees the end of the curves and their lowest point. You see more: a curve that is still
# falling, one that trembles, one fold that behaves unlike the others. So every fold is drawn, and
# not only their mean. How you arrange the axes is up to you. What counts: nothing is left out, loss
# and accuracy do not share a vertical axis, and a reader can tell which line is which.


# %% exercise="plot_learning_curves"
def plot_learning_curves(histories):
    """Draw the learning curves of every fold: loss and accuracy, training and held-out images.

    For each history there are four lines: ``loss``, ``val_loss``, ``accuracy`` and
    ``val_accuracy`` over the epochs. Any number of axes and any style will do, under these rules:

    - Loss and accuracy never stand on the same axes.
    - A legend or other words tell the training lines from the held-out lines in each figure.
    - Titles or labels say which axes show the loss and which the accuracy, and a horizontal axis
      says what is counted there.

    Args:
        histories: list of K dicts of lists with the keys of `history_table`, one for each fold.
            K may be 1, and folds may have different numbers of epochs. Nothing is changed.

    Returns:
        Nothing needed; a figure or axes do no harm.

    Example:
        Three folds make twelve lines. They may stand in a grid of two rows and three columns, or
        on two axes with six lines each.
    """
    ### BEGIN SOLUTION
    _, axes = plt.subplots(
        2,
        len(histories),
        sharex="col",
        sharey="row",
        squeeze=False,
        figsize=(2 + 2.6 * len(histories), 5),
    )
    for column, history in enumerate(histories):
        for row, name in enumerate(("loss", "accuracy")):
            epochs = np.arange(1, len(history[name]) + 1)
            axes[row, column].plot(epochs, history[name], label="training images")
            axes[row, column].plot(epochs, history[f"val_{name}"], "--", label="held-out images")
        axes[0, column].set_title(f"Fold {column + 1}")
        axes[1, column].set_xlabel("epoch")
    axes[0, 0].set_ylabel("loss")
    axes[1, 0].set_ylabel("accuracy")
    axes[0, 0].legend()
    ### END SOLUTION


# %% check="plot_learning_curves"
check("plot_learning_curves")

# %% [markdown]
# ## 5 · The experiment: three networks
#
# Now train three networks and diagnose them. They use 4,000 digits, a quarter of them held out, so
# this takes a minute or two also where you have the full set.
#
# | name | network | parameters | learns from |
# |---|---|---|---|
# | `coarse` | averages 7 × 7 blocks, then 10 units | 170 | 3,000 digits |
# | `few digits` | two convolutions with pooling, dropout, 10 units | 5,258 | 200 digits |
# | `many digits` | the very same | 5,258 | 3,000 digits |
#
# **Predict before you run.** Which of these overfits, which underfits, which fits well? And what
# will the training accuracy of each be at the end?
#
# My prediction: …

# %% experiment=true
some_images, some_labels = prepare(x_train[:4000]), y_train[:4000].astype("int64")
fit_images, held_images, fit_labels, held_labels = train_test_split(
    some_images, some_labels, test_size=0.25, stratify=some_labels, random_state=0
)


def coarse_network():
    """Return a compiled network that sees 16 averages of an image, and has 170 parameters."""
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.AveragePooling2D(7),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.Adam(0.01),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


def convolutional_network():
    """Return a compiled network with two convolutions, pooling and dropout: 5,258 parameters."""
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(8, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(16, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dropout(0.2),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.Adam(0.003),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


def learn(model, images, labels, held_out, epochs):
    """Train, and return the history as a dict of lists."""
    return model.fit(
        images, labels, batch_size=32, epochs=epochs, validation_data=held_out, verbose=0
    ).history


keras.utils.set_random_seed(7)
held_out = (held_images, held_labels)
plans = {
    "coarse": (coarse_network(), 3000, 12),
    "few digits": (convolutional_network(), 200, 40),
    "many digits": (convolutional_network(), 3000, 7),
}
runs = {}
for name, (model, digits, epochs) in plans.items():
    print(f"training {name}: {digits} digits, {epochs} epochs …")
    runs[name] = learn(model, fit_images[:digits], fit_labels[:digits], held_out, epochs)

# %% experiment=true
for name, history in runs.items():
    print(
        f"{name:12s} {diagnose(history):13s}"
        f" best epoch {best_epoch(history):2d} of {len(history['loss']):2d}"
        f"   accuracy {history['accuracy'][-1]:.3f}, held out {history['val_accuracy'][-1]:.3f}"
    )
plot_learning_curves(list(runs.values()))
plt.show()

# %% [markdown]
# Your own function has drawn the three, in the order of the table; they are networks here, and no
# folds. And here is the whole course of the third, loss and accuracy on both kinds of images:

# %% experiment=true
import pandas as pd

pd.DataFrame(history_table(runs["many digits"]))

# %% [markdown]
# <details><summary>Why it came out so</summary>
#
# The second and the third network are the same. With 200 digits it has soon learned them by heart,
# and other writers' digits surprise it; with 3,000 it has to find what digits have in common.
# **Overfitting belongs to a model together with its data**, and not to the model or to its number
# of parameters alone. The coarse network cannot overfit much: 16 averages hold too little of a
# digit. More epochs would not help it much, and more digits would not either.
# </details>
#
# ### Held-out above training
#
# One more look, at the first epoch of a new network. The same training images are measured twice:
# by Keras while it trains, as a mean over the epoch with dropout on, and once more when the epoch
# is over.
#
# **Predict before you run.** Which of the three numbers is the lowest?
#
# My prediction: …

# %% experiment=true
keras.utils.set_random_seed(7)
beginner = convolutional_network()
first = learn(beginner, fit_images, fit_labels, held_out, epochs=1)
_, once_more = beginner.evaluate(fit_images, fit_labels, verbose=0)
print(f"training images, mean over the epoch: {first['accuracy'][0]:.3f}")
print(f"training images, after the epoch:     {once_more:.3f}")
print(f"held-out images, after the epoch:     {first['val_accuracy'][0]:.3f}")

# %% [markdown]
# ### Every fold
#
# The brief asks for the curves *during individual folds*. Three folds of the same 4,000 digits, a
# fresh network for each:

# %% experiment=true
keras.utils.set_random_seed(7)
folds = StratifiedKFold(3, shuffle=True, random_state=0).split(some_images, some_labels)
histories = []
for number, (learn_from, hold_out) in enumerate(folds, 1):
    print(f"training fold {number} of 3 …")
    history = learn(
        convolutional_network(),
        some_images[learn_from],
        some_labels[learn_from],
        (some_images[hold_out], some_labels[hold_out]),
        epochs=7,
    )
    histories.append(history)
print("diagnoses:  ", [diagnose(history) for history in histories])
print("best epochs:", [best_epoch(history) for history in histories])
plot_learning_curves(histories)
plt.show()

# %% [markdown] question="which-fit" points=4
# **Is your model overfitting, underfitting, or has it the optimum fit? Provide reasoning.**
#
# Answer for the network `many digits` and its three folds. Give your diagnosis with at least two
# numbers from your own run. Say what a small gap that is there does, and does not, show. Say what
# the picture would look like for each of the two other diagnoses, and what you would do next in
# each of these cases. Six to ten sentences.
#
# ### BEGIN MARK SCHEME
# - 1 point: a diagnosis that fits the learner's own numbers, with two or more of them (last
#   training and held-out accuracy or loss, the lowest val_loss and its epoch). Usually a good fit,
#   with a gap of about two points. "Overfitting begins" is right as well where val_loss has turned,
#   if it is argued from the numbers.
# - 1 point: reads the gap rightly: a small gap is normal, since the model has learned from those
#   images; a held-out curve above the training curve in the first epochs is no error. What counts
#   is the size of the gap, and whether held-out images get worse while training images get better.
# - 1 point: describes both other pictures: underfitting (both curves poor and close together) and
#   overfitting (training nearly perfect, held-out behind, val_loss rising).
# - 1 point: a remedy that fits each: against underfitting a larger or better model, longer
#   training or another learning rate; against overfitting more digits or augmentation, dropout or
#   weight decay, a smaller model, stopping at the best epoch. More data against underfitting earns
#   nothing.
# - Correct reasons in other words earn full points.
# ### END MARK SCHEME

# %% [markdown]
# ## 6 · Which digits are taken for which?
#
# One number for all digits hides where a model is weak. A **confusion matrix** counts every pair:
# the row is the true digit, the column is the digit that was predicted. What is right stands on the
# diagonal; everything else is a mistake with a name.


# %% exercise="confusion_matrix"
def confusion_matrix(labels, predictions, num_classes=10):
    """Count how often each class was taken for each class.

    Args:
        labels: integer array (N,), the true classes, from 0 to num_classes - 1. Not changed.
        predictions: integer array (N,), the predicted classes, in the same order. Not changed.
        num_classes: int, the number of classes, also of those that do not occur.

    Returns:
        An array of counts (num_classes, num_classes). In row i and column j stands how many images
        of the true class i were predicted as class j. All counts sum to N.

    Example:
        >>> confusion_matrix(np.array([0, 0, 1, 1]), np.array([0, 2, 1, 1]), num_classes=3)
        array([[1, 0, 1],
               [0, 2, 0],
               [0, 0, 0]])
    """
    ### BEGIN SOLUTION
    matrix = np.zeros((num_classes, num_classes), dtype=int)
    np.add.at(matrix, (labels, predictions), 1)
    return matrix
    ### END SOLUTION


# %% check="confusion_matrix"
check("confusion_matrix")

# %% [markdown]
# Two questions can be asked of a diagonal entry, and they are easily mixed up. Of all images that
# *are* a 3, which share was found? That is **recall**, and it divides by the row. Of all images
# that were *called* a 3, which share is one? That is **precision**, and it divides by the column.
#
# **Predict before you run.** A model calls every image a 1. What are its recall and its precision
# for class 1, if one image in ten is a 1?
#
# My prediction: …

# %%
calls_everything_1 = np.zeros((10, 10), dtype=int)
calls_everything_1[:, 1] = 50
found = calls_everything_1[1, 1]
print(f"recall of class 1:    {found / calls_everything_1[1].sum():.0%}")
print(f"precision of class 1: {found / calls_everything_1[:, 1].sum():.0%}")

# %% [markdown]
# A class of which there is no image has no recall: 0 of 0 found. The honest value is NaN, "not a
# number". A 0 would accuse the model of missing images that nobody showed it.


# %% exercise="per_class_recall"
def per_class_recall(matrix):
    """Return for each class the share of its images that were predicted rightly.

    Args:
        matrix: integer array (C, C), a confusion matrix with the true classes as rows. Not changed.

    Returns:
        An array of floats (C,), from 0 to 1: entry i is the diagonal entry of row i, divided by the
        sum of that row. NaN where the row is empty, that is, holds only zeros.

    Example:
        >>> per_class_recall(np.array([[1, 0, 1], [0, 2, 0], [0, 0, 0]]))
        array([0.5, 1. , nan])
    """
    ### BEGIN SOLUTION
    of_each_class = matrix.sum(axis=1)
    recall = np.full(len(matrix), np.nan)
    np.divide(np.diagonal(matrix), of_each_class, out=recall, where=of_each_class > 0)
    return recall
    ### END SOLUTION


# %% check="per_class_recall"
check("per_class_recall")

# %% [markdown]
# Now for the network `many digits` and its held-out digits. The diagonal is left dark in the
# picture, since its large numbers would hide the mistakes.

# %% experiment=true
network = plans["many digits"][0]
probabilities = network.predict(held_images, verbose=0)
seen_as = probabilities.argmax(axis=1)
matrix = np.asarray(confusion_matrix(held_labels, seen_as))
print(f"right: {np.trace(matrix):g} of {matrix.sum():g} held-out digits")
for digit, recall in enumerate(np.asarray(per_class_recall(matrix))):
    print(f"recall of {digit}: {recall:.3f}")

mistakes = np.where(np.eye(10, dtype=bool), 0, matrix)
_, ax = plt.subplots(figsize=(5, 4.4))
picture = ax.imshow(mistakes, cmap="viridis")
ax.set(title="Mistakes", xlabel="predicted digit", ylabel="true digit")
ax.set(xticks=range(10), yticks=range(10))
plt.colorbar(picture, label="held-out digits")
plt.show()

# %% [markdown]
# And the digits themselves. These are the mistakes with the largest loss: the ones whose true digit
# was given the smallest probability. Would you have read them rightly?

# %% experiment=true
of_the_truth = probabilities[np.arange(len(held_labels)), held_labels]
wrong = np.flatnonzero(seen_as != held_labels)
worst = wrong[np.argsort(of_the_truth[wrong])][:20]
show_digits(held_images[worst], [f"{held_labels[i]} as {seen_as[i]}" for i in worst])
plt.show()

# %% [markdown]
# ### My result
#
# | | `coarse` | `few digits` | `many digits` |
# |---|---|---|---|
# | my prediction | | | |
# | diagnosis | | | |
# | best epoch | | | |
# | loss, val_loss (last epoch) | | | |
# | accuracy, val_accuracy (last epoch) | | | |
#
# - The three folds of `many digits`, last val_accuracy each: …
# - The pair of digits that is mixed up most often, and how often: …
# - The class with the lowest recall: …
# - Of the twenty worst mistakes I would have read rightly: …

# %% [markdown] question="inferences" points=4
# **What are your inferences about the model performance? Can you summarize your observations?**
#
# Write for somebody who has not seen your notebook, about `many digits`. Give loss and val_loss,
# accuracy and val_accuracy, with the number of held-out digits. Say how the folds differ, which
# digits the model mixes up and why that is plausible, and name one thing that your results do not
# show. Six to ten sentences.
#
# ### BEGIN MARK SCHEME
# - 1 point: the four numbers of the last (or of the best) epoch, said which, on how many held-out
#   digits. Accuracies of training and held-out images are not mixed up.
# - 1 point: something true about the course of training: when val_loss was lowest, whether it has
#   turned since, whether the folds agree. "All folds lie within so many points" is such an
#   observation.
# - 1 point: names the pairs that are mixed up most, or the class with the lowest recall, from the
#   matrix, and a plausible reason in the pictures: open 4 and 9, 3 and 5 with the upper stroke
#   missing, 7 with a bar, thick or cut-off strokes; some worst mistakes cannot be read by people
#   either.
# - 1 point: a limit, rightly put. Any of these: a few mistakes of one pair are small numbers;
#   recall of a class rests on about 100 digits; the epoch was chosen with these very held-out
#   digits; three folds say little about the spread; other writers or other scans may differ;
#   accuracy says nothing about how sure the model was.
# - Writing "the model performs well" without a number or a reason earns nothing.
# ### END MARK SCHEME

# %% [markdown]
# ## What to take away
#
# - Four numbers describe an epoch: loss and accuracy, each on training and on held-out images. Say
#   which one you mean.
# - The best epoch is where val_loss is lowest. It may lie well before the last one.
# - Underfitting: both are poor. Overfitting: held-out images fall behind, or get worse while
#   training goes on. A small gap is normal, and held-out above training is no bug.
# - Overfitting belongs to a model together with its data.
# - A confusion matrix says which digits are mixed up, and recall divides by its rows. Then look at
#   the worst mistakes themselves.
