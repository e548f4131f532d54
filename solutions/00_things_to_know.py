# %% [markdown]
# # 00 · Things to know
#
# Section O of the brief. About 60 minutes: a warm-up, five small functions, two questions, one
# training run, and an optional extra. The lesson of the same name explains each step; read it
# beside this notebook.
#
# When you are through you can
#
# - import a layer of Keras, call it on numbers, and read the numbers that it has learned
# - write the three parts of a network in NumPy, and get what Keras gets
# - count what a dense layer learns before you build it
# - say in plain words what a layer, a weight, a loss, an epoch and a batch are
# - say what the documentation of MNIST promises, and what it does not
#
# The set-up cell imports Keras, which takes some seconds the first time.

# %% locked=true
import inspect

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers

from course import check, hint, load_mnist
from course.plots import show_digits, use_course_style

use_course_style()
(x_train, y_train), (x_test, y_test) = load_mnist()
print(f"Keras {keras.__version__} computes with {keras.backend.backend()}.")
print(f"Train: X = {x_train.shape}, y = {y_train.shape}")

# %% [markdown]
# ## 1 · How this course talks to you
#
# Each exercise is one small function. You write it, run its cell, and run the `check` below it.
# This first one is written already, and it is worth no points. Run both cells and read what comes
# back.


# %% exercise="warm_up"
def warm_up(inputs, weights):
    """Return the weighted sum of some inputs: each input times its weight, all added up.

    Args:
        inputs: float (I,).
        weights: float (I,), one weight for each input.

    Returns:
        One number.

    Example:
        >>> warm_up(np.array([2.0, 5.0]), np.array([10.0, -1.0]))
        15.0    # 2 * 10 + 5 * (-1)
    """
    return np.sum(inputs * weights)


# %% check="warm_up"
check("warm_up")

# %% [markdown]
# The check called your function with numbers of its own and looked at the answer. It says how many
# *visible* checks hold, and that more are run when the notebook is graded: those use other numbers,
# so that a function fitted to one example does not get through.
#
# **Now break it.** In the cell of `warm_up`, replace `*` by `+`, run it, and run its check again.
# Read the message. Then mend it and try another fault: delete the word `return`, or put `np.mean`
# in place of `np.sum`. Nothing can be damaged, and nothing is counted until you hand in.
#
# A message says what was found and why it matters. If it is not enough, ask for a hint. There are
# three for each exercise, from the idea to nearly the code:

# %%
hint("warm_up", 1)

# %% [markdown]
# A weighted sum is also the heart of a network. You have just seen one *unit* at work. The rest of
# this notebook takes many of them, bends what they give, and turns it into probabilities.

# %% [markdown]
# ## 2 · A layer is a function that carries numbers
#
# Keras keeps its layers in `keras.layers`. You *make* a layer by saying how large it is, and you
# *call* it like a function. On the first call it sees how many inputs there are, and makes its
# weights.
#
# **Predict before you run.** A dense layer with 3 units is called on 4 rows of 2 numbers each. What
# is the shape of what comes out, and how many numbers has the layer made for itself?
#
# My prediction: …

# %%
four_rows = np.array([[1, 2], [3, 4], [5, 6], [-7, 8]], "float32")
layer = layers.Dense(3)
print("arrays of weights before the first call:", len(layer.weights))
output = layer(four_rows)
print(f"in {four_rows.shape}, out {tuple(output.shape)}")
for weight in layer.weights:
    values = np.asarray(weight)
    print(f"{weight.name:8s} {weight.shape}, from {values.min():.2f} to {values.max():.2f}")

# %% [markdown]
# Each of the 3 units has a weight for each of the 2 inputs, and a *bias* that it adds: 9 numbers.
# The number of rows plays no part in that. At first the weights are random and the biases are 0;
# training changes both.


# %% exercise="make_dense_layer"
def make_dense_layer(units):
    """Make a new dense layer of Keras that adds up and does nothing else.

    Args:
        units: int, how many units it has.

    Returns:
        A layer of Keras, not called yet. Called on float (N, I), for any N and any I, it gives
        (N, units): for each row and unit a weighted sum of the row, plus the unit's bias. It has
        a bias and no activation. Each call of this function makes a layer of its own.

    Example:
        >>> layer = make_dense_layer(3)
        >>> layer(np.ones((4, 2), "float32")).shape
        TensorShape([4, 3])
    """
    ### BEGIN SOLUTION
    return layers.Dense(units)
    ### END SOLUTION


# %% check="make_dense_layer"
check("make_dense_layer")

# %% [markdown]
# ## 3 · The same layer in NumPy
#
# *"A layer is magic."* It is not. Here is all that a dense layer does. Write it with what NumPy
# offers for multiplying matrices, or with loops if you would rather see every step.


# %% exercise="dense"
def dense(inputs, weights, bias):
    """Compute what a dense layer without activation gives.

    Row n, unit u of the result is the sum of ``inputs[n, i] * weights[i, u]`` over all i, plus
    ``bias[u]``.

    Args:
        inputs: float (N, I), N rows of I numbers; N may be 1. Left as they are.
        weights: float (I, U), the weights of U units, one unit in each column, as Keras keeps them.
        bias: float (U,), one number for each unit.

    Returns:
        float (N, U), a row of U sums for each row of inputs.

    Example:
        >>> dense(np.array([[1.0, 2.0, 3.0]]), np.array([[1.0], [10.0], [100.0]]), np.array([0.5]))
        array([[321.5]])    # 1 * 1 + 2 * 10 + 3 * 100 + 0.5
    """
    ### BEGIN SOLUTION
    return inputs @ weights + bias
    ### END SOLUTION


# %% check="dense"
check("dense")

# %% [markdown]
# Now let Keras and your function work on the same digits, with the same weights. The largest
# difference should be a millionth or so: both round, in a different order.

# %%
ten_digits = x_train[:10].reshape(10, 784).astype("float32") / 255
keras_layer = layers.Dense(16)
from_keras = np.asarray(keras_layer(ten_digits))
from_numpy = dense(ten_digits, *keras_layer.get_weights())
print("shapes:", from_keras.shape, np.shape(from_numpy))
print(f"largest difference: {np.max(np.abs(from_keras - from_numpy)):.1e}")

# %% [markdown]
# ## 4 · A bend
#
# **Predict before you run.** Two dense layers follow each other, with nothing in between. Can one
# dense layer do the work of both?
#
# My prediction: …

# %%
rng = np.random.default_rng(0)
some_inputs = rng.normal(size=(6, 5))
first_weights, second_weights = rng.normal(size=(5, 4)), rng.normal(size=(4, 3))
after_two = (some_inputs @ first_weights) @ second_weights
after_one = some_inputs @ (first_weights @ second_weights)
print(f"largest difference between two layers and one: {np.max(np.abs(after_two - after_one)):.1e}")

# %% [markdown]
# It can: sums of sums are sums. Ten dense layers in a row can do what one can, and no more. What
# makes depth count is a *bend* between them. The one used most is the simplest: whatever is
# negative becomes 0. It is called **ReLU**, for rectified linear unit.


# %% exercise="relu"
def relu(x):
    """Replace what is negative by 0, and keep the rest as it is.

    Args:
        x: float, an array of any shape: (U,), (N, U), or the maps of a convolution. Left as it is.

    Returns:
        float, of the same shape.

    Example:
        >>> relu(np.array([-3.0, 0.0, 2.5]))
        array([0. , 0. , 2.5])
    """
    ### BEGIN SOLUTION
    return np.maximum(x, 0)
    ### END SOLUTION


# %% check="relu"
check("relu")

# %% experiment=true
x_axis = np.linspace(-3, 3, 61)
_, axes = plt.subplots(figsize=(5, 3))
axes.plot(x_axis, np.asarray(keras.ops.relu(x_axis)), linewidth=5, alpha=0.4, label="Keras")
axes.plot(x_axis, relu(x_axis), linestyle="--", label="my relu")
axes.set(title="ReLU", xlabel="what a unit has summed up", ylabel="what it passes on")
axes.legend()
plt.show()

# %% [markdown]
# ## 5 · From sums to probabilities
#
# The last layer of our networks has ten units, one for each digit. Its sums may be any numbers;
# they are called *logits*. **Softmax** makes probabilities of them: take e to the power of each,
# and divide by the sum of these powers. All are then positive and add up to 1, and the largest
# logit gets the largest probability.
#
# **Predict before you run.** What is the softmax of [1000, 0]? And what will the formula give,
# typed into NumPy as it stands?
#
# My prediction: …

# %%
with np.errstate(over="ignore", invalid="ignore"):
    large = np.exp(np.array([1000.0, 0.0]))
    print("the powers:           ", large)
    print("divided by their sum: ", large / np.sum(large))
print("what Keras says:      ", np.asarray(keras.ops.softmax(np.array([1000.0, 0.0]))))

# %% [markdown]
# <details><summary>Why it came out so</summary>
#
# e to the 1000th is a number of 435 digits. The largest that a float can hold has 309, so NumPy
# gives `inf`, and infinity divided by infinity is `nan`: not a number. The right answer is as good
# as [1, 0]. One fact gets you there: if the same number is subtracted from all logits, every power
# is divided by the same factor, and the factor cancels. So softmax does not change when you shift a
# row. Shift it so that no power can be too large.
# </details>


# %% exercise="softmax"
def softmax(logits):
    """Turn logits into probabilities, along the last axis.

    Each entry becomes e to its power, divided by the sum of these powers over its own row. The
    result is finite for large logits too, such as 1000 or -1000.

    Args:
        logits: float (C,) for one row, or (N, C) for N rows of C classes. Left as they are.

    Returns:
        float, of the same shape; each row sums to 1.

    Example:
        >>> softmax(np.array([0.0, np.log(3.0)]))
        array([0.25, 0.75])    # the powers are 1 and 3
    """
    ### BEGIN SOLUTION
    shifted = logits - np.max(logits, axis=-1, keepdims=True)
    powers = np.exp(shifted)
    return powers / np.sum(powers, axis=-1, keepdims=True)
    ### END SOLUTION


# %% check="softmax"
check("softmax")

# %%
logits = np.array([[2.0, 1.0, 0.0], [1000.0, 0.0, -1000.0], [-5.0, -5.0, -5.0]])
print("my softmax:\n", np.round(softmax(logits), 3))
print("Keras:\n", np.round(np.asarray(keras.ops.softmax(logits)), 3))

# %% [markdown]
# ## 6 · Count before you build
#
# A *parameter* is a number that training may change: a weight or a bias. Their count tells how
# large a network is, how much memory it takes, and where it could learn things by heart.


# %% exercise="count_dense_parameters"
def count_dense_parameters(inputs, units):
    """Return how many numbers a dense layer learns, biases included.

    Args:
        inputs: int, how many numbers come in for each row.
        units: int, how many units the layer has.

    Returns:
        An int: weights and biases together.

    Example:
        >>> count_dense_parameters(2, 3)
        9    # the layer of step 2
    """
    ### BEGIN SOLUTION
    return inputs * units + units
    ### END SOLUTION


# %% check="count_dense_parameters"
check("count_dense_parameters")

# %% [markdown]
# ## 7 · A network, from the outside and from the inside
#
# Now put the parts together: 784 pixels, a dense layer of 64 units, ReLU, a dense layer of 10
# units, softmax. To *train* it, Keras shows it some images (a **batch**), measures how wrong the
# answers are (the **loss**), moves every weight a little so that the loss would have been smaller,
# and takes the next batch. When all images were shown once, an **epoch** is over.
#
# The experiment trains this network twice, with batches of 32 and of 512 images, for five epochs.
# The last 1,000 training digits are *held out*: the network does not learn from them, so they can
# show how it reads digits that it has not seen. The test set waits until the end of the course. The
# experiment runs at home only, and is not graded.
#
# **Predict before you run.** Both see the same images equally often. Which of the two has the lower
# loss after five epochs, and why?
#
# My prediction: …


# %% experiment=true
def flat(images):
    """Put the pixels of each image in one row, from 0 to 1: float32 (N, 784)."""
    return images.reshape(len(images), 784).astype("float32") / 255


fit_images, held_images = x_train[:-1000], x_train[-1000:]
fit_labels, held_labels = y_train[:-1000], y_train[-1000:]
networks, losses = {}, {}
for batch_size in (32, 512):
    keras.utils.set_random_seed(0)  # the same weights at the start
    networks[batch_size] = keras.Sequential(
        [
            layers.Input((784,)),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    networks[batch_size].compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.1),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    steps = -(-len(fit_images) // batch_size)
    print(f"batches of {batch_size}: {steps} steps in each epoch")
    history = networks[batch_size].fit(
        flat(fit_images), fit_labels, batch_size=batch_size, epochs=5, verbose=2
    )
    losses[batch_size] = history.history["loss"]

# %% experiment=true
_, axes = plt.subplots(figsize=(6, 3.5))
for batch_size, marker in ((32, "o"), (512, "s")):
    axes.plot(range(1, 6), losses[batch_size], marker=marker, label=f"batches of {batch_size}")
axes.axhline(np.log(10), color="gray", linestyle=":", label="knowing nothing, ln 10")
axes.set(
    title="One network, two sizes of batches",
    xlabel="epoch",
    ylabel="loss on training images",
    xticks=range(1, 6),
    ylim=(0, 3.4),
)
axes.legend()
plt.show()

# %% [markdown]
# <details><summary>Why it came out so</summary>
#
# An epoch is counted in images, and learning happens in steps. Smaller batches make more steps of
# an epoch, each from a rougher estimate of the right direction. Large batches make few steps; to
# catch up they need a larger learning rate, or more epochs. In return, each of their steps uses the
# hardware better. There is no best size for all; 32 to 256 is usual for a task like ours.
# </details>
#
# And the inside? Take the numbers that Keras has learned, and compute the answer with your own
# three functions. No Keras is needed for that.

# %% experiment=true
trained = networks[32]
weights_1, bias_1, weights_2, bias_2 = trained.get_weights()
hidden = relu(dense(flat(held_images), weights_1, bias_1))
by_hand = np.asarray(softmax(dense(hidden, weights_2, bias_2)))
by_keras = trained.predict(flat(held_images), verbose=0)
print(f"largest difference of a probability: {np.max(np.abs(by_hand - by_keras)):.1e}")
counted = count_dense_parameters(784, 64) + count_dense_parameters(64, 10)
print(f"parameters, counted by me: {counted:,}, by Keras: {trained.count_params():,}")

read_as = by_hand.argmax(axis=1)
share = np.mean(read_as == held_labels)
print(f"{share:.1%} of {len(held_labels):,} held-out digits are read rightly, by my NumPy code")
show_digits(held_images[:10], [f"{held_labels[i]} as {read_as[i]}" for i in range(10)])
plt.show()

# %% [markdown]
# ### My result
#
# | batch size | steps in an epoch | loss after 5 epochs |
# |---|---|---|
# | 32 | | |
# | 512 | | |
#
# - Was my prediction right? If not, what did I leave out?
# - Largest difference between my NumPy code and Keras: …
# - Share of held-out digits read rightly, and on how many digits: …

# %% [markdown] question="five-words" points=5
# **Question: what are a layer, a weight, a loss, an epoch and a batch?** (5 points)
#
# One or two sentences each, in your own words, as you would tell a friend who knows school
# mathematics. Use your network as the example: give a number for each (how many layers, how many
# weights, which loss after five epochs, how many images in a batch and steps in an epoch).
#
# ### BEGIN MARK SCHEME
# - One point for each word. A definition that is right and fits the example earns it; a slip in a
#   number costs nothing, a missing number for three words or more costs one point in all.
# - Layer: a function from arrays to arrays that carries numbers of its own; here two dense layers
#   (activations may be counted as layers or as parts of them). "A row of neurons" is enough if it
#   says what they compute.
# - Weight: a number that an input is multiplied by, changed by training; here 784 * 64 + 64 * 10 =
#   50,816, with 74 biases 50,890. Counting the biases among the weights is fine.
# - Loss: one number that says how wrong the answers are, to be made small; here the cross-entropy,
#   about 2.3 at the start. Equating it with the share of errors earns nothing.
# - Epoch: every training image shown once; here 5 of them. An epoch is not a step.
# - Batch: the images that are shown before the weights move once; here 32 or 512 images, so 94 or
#   6 steps an epoch on 3,000 images (1,844 or 116 on 59,000).
# ### END MARK SCHEME

# %% [markdown]
# ## 8 · What the documentation says
#
# Before you use data, read what its makers promise. Keras has a description of its own copy; print
# it. The lesson says more, from the page of MNIST's authors and from those who looked into its
# history.

# %%
print(inspect.getdoc(keras.datasets.mnist.load_data))

# %% [markdown] question="mnist-documentation" points=3
# **Question: what does the documentation of MNIST say, and what does it leave open?** (3 points)
#
# Read what is printed above, and the lesson's section on MNIST or the page of its authors. Note
# what someone who builds a classifier has to know: how many images, their shape, type and range,
# what the labels are, where the digits come from. Then name one thing that you would like to know
# and did not find in Keras's description, and say why it matters.
#
# ### BEGIN MARK SCHEME
# - 1 point for the form, at least four of: 60,000 training and 10,000 test images; 28 × 28; one
#   channel (gray); uint8, 0 to 255; labels are integers 0 to 9; white on black, 0 is background.
# - 1 point for the origin or the terms, at least two of: made from NIST's collections; half from
#   Census Bureau staff (SD-3), half from high-school students (SD-1); writers of training and test
#   are disjoint; scaled into a box of 20 × 20 and centered by mass in 28 × 28; copyright by LeCun
#   and Cortes; license CC BY-SA 3.0.
# - 1 point for one thing that Keras's description leaves open, with a reason. Good ones: who wrote
#   the digits, since a test by the same writers would be too easy; how the digits were centered,
#   since one's own photographs need the same treatment; how many of each class, since a share of
#   right answers must be compared with guessing; whether labels can be wrong (some are), which
#   limits how far scores can be told apart; whether writers agreed to this use. A thing that is
#   written in the description earns nothing here.
# ### END MARK SCHEME

# %% [markdown]
# ## 9 · Extra: one step of learning
#
# This exercise is optional and worth no points. It opens the last closed box: what happens when
# "every weight is moved a little".
#
# Take a network of a single dense layer with softmax. Its loss is the **cross-entropy**: minus the
# natural logarithm of the probability that the right class was given, averaged over the rows. How
# does the loss change with each logit? The rule is short: **probability minus truth**, divided by
# the number of rows, where truth is 1 for the right class and 0 for the others. A weight multiplies
# its input, so its gradient is that of its logit times the input, added up over the rows. A bias
# multiplies 1. The step goes against the gradient, and the learning rate says how far.


# %% exercise="gradient_step"
def gradient_step(inputs, labels, weights, bias, learning_rate):
    """Move the weights and biases of a softmax layer one step down the loss.

    The layer gives the probabilities softmax(inputs @ weights + bias). The loss is the mean
    cross-entropy over the N rows. Each weight and each bias loses `learning_rate` times the slope
    of the loss with respect to it, all computed at the given weights and biases.

    Args:
        inputs: float (N, I). Left as they are, like all arguments.
        labels: integers (N,), the right class of each row, from 0 to C - 1.
        weights: float (I, C).
        bias: float (C,).
        learning_rate: float, above 0.

    Returns:
        (new_weights, new_bias): float (I, C) and (C,).

    Example:
        With one input of 1.0, label 0, two classes, all weights and biases 0 and learning rate 1:
        both probabilities are 0.5, so the weights become [[0.5, -0.5]] and the biases [0.5, -0.5].
    """
    ### BEGIN SOLUTION
    logits = inputs @ weights + bias
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    slopes = powers / powers.sum(axis=1, keepdims=True)
    slopes[np.arange(len(labels)), labels] -= 1
    slopes /= len(labels)
    return (
        weights - learning_rate * inputs.T @ slopes,
        bias - learning_rate * slopes.sum(axis=0),
    )
    ### END SOLUTION


# %% check="gradient_step"
check("gradient_step")

# %% [markdown]
# With your step alone, no Keras, a layer learns to read digits. The cell below takes 300 steps with
# batches of 100 images, and shows what the ten units have learned: where ink speaks for a digit
# (blue) and where it speaks against it (red). Leave it out if you left out the exercise.

# %% experiment=true
rng = np.random.default_rng(0)
pixels, step_losses = flat(fit_images), []
layer_weights, layer_bias = np.zeros((784, 10)), np.zeros(10)
for _ in range(300):
    batch = rng.choice(len(pixels), 100, replace=False)
    probabilities = np.asarray(softmax(dense(pixels[batch], layer_weights, layer_bias)))
    step_losses.append(-np.log(probabilities[np.arange(100), fit_labels[batch]]).mean())
    layer_weights, layer_bias = gradient_step(
        pixels[batch], fit_labels[batch], layer_weights, layer_bias, 0.5
    )
read_as = np.argmax(dense(flat(held_images), layer_weights, layer_bias), axis=1)
share = np.mean(read_as == held_labels)
print(f"{share:.1%} of {len(held_labels):,} held-out digits are read rightly")

_, axes = plt.subplots(figsize=(6, 3))
axes.plot(range(1, 301), step_losses)
axes.set(title="300 steps in NumPy", xlabel="step", ylabel="loss of the batch", ylim=(0, 2.5))
_, pictures = plt.subplots(2, 5, figsize=(8, 3.6))
reach = np.abs(layer_weights).max() / 2
for digit, axes in enumerate(pictures.flat):
    axes.imshow(
        np.reshape(layer_weights, (28, 28, 10))[..., digit], "RdBu", vmin=-reach, vmax=reach
    )
    axes.set_title(f"unit {digit}")
    axes.set_axis_off()
plt.show()

# %% [markdown]
# ## What to take away
#
# - A dense layer is weighted sums plus a bias for each unit. You can compute it, and Keras gets the
#   same numbers.
# - Layers without a bend between them are one layer. ReLU is a bend: negative becomes 0.
# - Softmax turns the last layer's logits into probabilities, row by row. Shifting a row does not
#   change it, and keeps its powers finite.
# - A dense layer learns a weight for each input of each unit, and one bias for each unit.
# - A batch makes one step. An epoch is all images once. The loss is the number that the steps bring
#   down.
# - Read what the makers of data promise, and note what they do not say.
