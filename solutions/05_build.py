# %% [markdown]
# # 05 · Build
#
# Section III of the brief. About 90 minutes: six functions, one question and one training run. The
# lesson of the same name explains each step; read it beside this notebook.
#
# When you are through you can
#
# - follow an image through a network, layer by layer, and count what each layer learns
# - say in one number how wrong a prediction is, and compute that number in NumPy
# - build and compile a network whose shapes, output, loss and labels agree
# - train it with held-out digits beside it, and turn its answers into digits
#
# Each exercise is one small function. Write it in place of `raise NotImplementedError()`, run its
# cell, then run the `check` below it. A check tells you what it found. If you are stuck, `hint`
# helps in three steps, as in `hint("cross_entropy", 1)`.

# %% locked=true
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers
from sklearn.model_selection import train_test_split

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
# ## 1 · Which kind of network?
#
# Before any code, decide what to build. A digit is 28 × 28 numbers, and which pixel lies beside
# which one matters. There are ten possible answers, and exactly one is right.

# %% [markdown] question="which-network" points=4
# **What sort of neural network would you employ for this problem, and why?**
#
# Name the kind of network. Give two reasons that follow from the data. Name one alternative, and
# say what it would cost or lose here. Say what the last layer must give, and why. Five to eight
# sentences.
#
# ### BEGIN MARK SCHEME
# - 1 point: names a small convolutional network (or argues well for another kind: a dense network
#   reaches a respectable score on MNIST and may be defended as the simpler start).
# - 1 point: two reasons that follow from the data. Good ones: neighboring pixels belong together,
#   so a small window sees a stroke or a corner; a stroke means the same wherever it lies, so one
#   filter's weights may be shared over all positions; sharing keeps the number of weights small;
#   pooling forgives a shift by a pixel. "It is the best for images" alone is no reason.
# - 1 point: one alternative with its price. A dense network treats every pixel as a column of its
#   own: it would look the same to it if all pixels were shuffled, and its first layer of 100 units
#   alone has 78,500 weights. A recurrent network reads rows in an order that has no meaning here. A
#   large pretrained network or a transformer is far more than 60,000 small images need. A linear
#   model is quick, and cannot combine pixels.
# - 1 point: the last layer gives ten numbers, one for each digit, made comparable by softmax
#   (probabilities that sum to 1) or left as scores for a loss that applies softmax itself. One
#   number would claim that 3 lies between 2 and 4.
# - Deeper, wider or newer earns nothing by itself. Correct reasons in other words earn full points.
# ### END MARK SCHEME

# %% [markdown]
# ## 2 · What a convolution learns
#
# A convolution slides a small window over the image, here 3 × 3 pixels. At each position it
# multiplies what it sees by its weights, sums up and adds a bias. One set of weights is a
# **filter**; it makes one new picture, its **map**. The same weights serve every position.
#
# **Predict before you run.** An image of 28 × 28 pixels with one channel goes through a convolution
# with 32 filters of 3 × 3, without padding. What is the shape of what comes out?
#
# My prediction: …

# %%
one_image = prepare(x_train[:1])
maps = layers.Conv2D(32, 3)(one_image)
print(f"in {tuple(one_image.shape)}, out {tuple(maps.shape)}")

# %% [markdown]
# The window must lie fully inside the image, so it has 26 places in each direction: 28 − 3 + 1. The
# last number is that of the filters, and the first is the number of images.
#
# Now count what is learned. Three things decide it: how large the window is, how many channels it
# looks at, and how many filters there are. Each filter has one bias.


# %% exercise="count_conv2d_parameters"
def count_conv2d_parameters(filters, kernel_size, input_channels):
    """Return how many numbers a two-dimensional convolution learns, biases included.

    Args:
        filters: int, the number of filters.
        kernel_size: the window, as in Keras: an int for a square one, or a pair (height, width).
        input_channels: int, the number of channels of what comes in: 1 for a gray image, and the
            number of filters of the layer before where there is one.

    Returns:
        An int: weights and biases together.

    Example:
        >>> count_conv2d_parameters(4, 2, 1)
        20    # 4 filters, each with 2 * 2 * 1 weights and 1 bias
        >>> count_conv2d_parameters(4, (1, 2), 3)
        28    # 4 filters, each with 1 * 2 * 3 weights and 1 bias
    """
    ### BEGIN SOLUTION
    height, width = (kernel_size,) * 2 if isinstance(kernel_size, int) else kernel_size
    weights_of_one_filter = height * width * input_channels
    return filters * (weights_of_one_filter + 1)
    ### END SOLUTION


# %% check="count_conv2d_parameters"
check("count_conv2d_parameters")

# %% [markdown]
# The size of the image is not among the three. The same 3 × 3 filters would serve an image of
# 1,000 × 1,000 pixels without one more weight. A dense layer is different, as the next step shows.

# %% [markdown]
# ## 3 · The skeleton of the model
#
# Draw the plan before you build. Our network is small:
#
# 1. **Conv2D**, 32 filters of 3 × 3, no padding
# 2. **MaxPooling2D**, windows of 2 × 2: of each four values the largest stays
# 3. **Flatten**: all values in one row
# 4. **Dense**, 100 units
# 5. **Dense**, 10 units, one for each digit
#
# Follow one image of the shape (28, 28, 1) through it. Do it with pencil and paper first; you may
# then let code do it.


# %% exercise="model_plan"
def model_plan():
    """Return the skeleton flow of the network above, from the first layer to the last.

    Returns:
        A list of five tuples ``(layer, output_shape, parameters)``, one for each layer in order:

        - layer: str, the name of the layer as in Keras, such as ``"Conv2D"``.
        - output_shape: tuple of ints, the shape that one image has after this layer. The number
          of images (Keras shows it as None) is left out. A row of 7 values has the shape ``(7,)``.
        - parameters: int, how many numbers this layer learns, biases included; 0 if none.

        The parameters of all five layers sum to 542,230.

    Example:
        For another network, Flatten and then Dense with 20 units, on the same images:

        >>> [("Flatten", (784,), 0), ("Dense", (20,), 15_700)]    # 784 * 20 + 20
    """
    ### BEGIN SOLUTION
    return [
        ("Conv2D", (26, 26, 32), 320),
        ("MaxPooling2D", (13, 13, 32), 0),
        ("Flatten", (5_408,), 0),
        ("Dense", (100,), 540_900),
        ("Dense", (10,), 1_010),
    ]
    ### END SOLUTION


# %% check="model_plan"
check("model_plan")

# %% [markdown]
# Look at where the parameters are. Nearly all sit between the flattened maps and the 100 units, and
# next to none in the convolution. Section 09 makes use of that.

# %% [markdown]
# ## 4 · One number for how wrong a prediction is
#
# A network answers with ten probabilities. Training needs one number that is small when the right
# digit was given a high probability, and large when it was not. That number is the
# **cross-entropy**: look up the probability that was given to the right class, take its natural
# logarithm, change the sign. Over many images, take the mean.
#
# **Predict before you run.** A network that has learned nothing gives every digit the probability
# 1/10. What is its loss?
#
# My prediction: …

# %%
ten_equal_guesses = np.full(10, 1 / 10)
print(f"The loss of a guess that knows nothing: {-np.log(ten_equal_guesses[0]):.4f}")

# %% [markdown]
# That is ln 10. Remember it: a fresh network starts near this value. If yours starts far above it,
# something is wrong before training has begun.
#
# One trap: a network can give the right class a probability of exactly 0, and the logarithm of 0 is
# minus infinity. One such image would make the mean infinite, and the network could learn nothing
# from it. So the probability is kept a tiny step away from 0 before the logarithm is taken.


# %% exercise="cross_entropy"
def cross_entropy(probabilities, labels):
    """Return the mean cross-entropy of some predictions, by the natural logarithm.

    Args:
        probabilities: float array (N, C); row i holds the probabilities of the C classes for
            image i and sums to 1. It is not changed.
        labels: integer array (N,), the right class of each image, from 0 to C - 1.

    Returns:
        One float: the mean over the N images of minus the natural logarithm of the probability
        that was given to the right class. It is finite, also where that probability is 0: such an
        image costs a large number, 7 or more.

    Example:
        >>> cross_entropy(np.array([[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]]), np.array([0, 2]))
        0.4581...    # the mean of -ln 0.5 = 0.6931 and -ln 0.8 = 0.2231
    """
    ### BEGIN SOLUTION
    of_the_right_class = probabilities[np.arange(len(labels)), labels]
    return float(np.mean(-np.log(np.maximum(of_the_right_class, 1e-12))))
    ### END SOLUTION


# %% check="cross_entropy"
check("cross_entropy")

# %% [markdown]
# ## 5 · Output and loss must agree
#
# There are two honest pairs:
#
# | the last layer gives | the loss is told |
# |---|---|
# | probabilities: `activation="softmax"` | nothing: it expects probabilities |
# | scores, called *logits*: no activation | `from_logits=True`: it applies softmax itself |
#
# And the labels decide which loss: integers such as 7 need
# `sparse_categorical_crossentropy`, rows of ten with a single 1 need `categorical_crossentropy`.
#
# **A misconception: "the loss falls, so it must be the right loss."** Mix the two pairs: give
# probabilities to a loss that expects scores. It then applies softmax to probabilities.
#
# **Predict before you run.** A perfect network gives the right digit the probability 1 and all
# others 0. What does the mixed-up loss say about it?
#
# My prediction: …


# %%
def softmax_of(scores):
    """Turn scores (C,) into probabilities (C,)."""
    powers = np.exp(scores - np.max(scores))
    return powers / powers.sum()


perfect = np.array([1.0] + [0.0] * 9)  # all of the probability on the right digit, which is 0 here
print(f"the loss that expects probabilities: {-np.log(perfect[0]) + 0.0:.4f}")
print(f"the loss that expects scores:        {-np.log(softmax_of(perfect)[0]):.4f}")
print(f"ln(1 + 9/e):                         {np.log(1 + 9 / np.e):.4f}")

# %% [markdown]
# A perfect network could never get below ln(1 + 9/e). The loss does fall while training, from
# about ln 10 to that floor, and everything looks well. Nothing in the falling curve says that the
# loss is the wrong one.
#
# Keras on TensorFlow notices a softmax right before such a loss, uses the scores from before it,
# and warns. Other backends do not. So read warnings, and look at the first and the lowest value of
# a loss: ln 10 at the start, and near 0 where it has learned its training images well.

# %% [markdown]
# ## 6 · Build the baseline
#
# A **baseline** is the simple model that every later idea has to beat. The plan from step 3 is a
# good one; you are free to build another, as long as it keeps the contract below.


# %% exercise="build_baseline"
def build_baseline():
    """Return a new, untrained and compiled Keras model that tells digits apart.

    It takes prepared images, float32 (N, 28, 28, 1) in [0, 1], for any N, and gives (N, 10): one
    number for each digit.

    - Between layers that have weights there is an activation, such as ReLU.
    - Output and loss agree: probabilities with a loss that expects probabilities, or scores with a
      loss that expects scores.
    - The loss fits labels that name one class out of ten. Labels are integers (N,) in this course;
      if your loss wants them one-hot encoded, then your `train` has to encode them.
    - Accuracy is among the metrics.

    Which layers, how many, and which optimizer is up to you.

    Returns:
        A `keras.Model`; each call builds a fresh one.

    Example:
        >>> build_baseline()(prepare(x_train[:5])).shape
        TensorShape([5, 10])
    """
    ### BEGIN SOLUTION
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu", kernel_initializer="he_uniform"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(100, activation="relu", kernel_initializer="he_uniform"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.01, momentum=0.9),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
    ### END SOLUTION


# %% check="build_baseline"
check("build_baseline")

# %% [markdown]
# ## 7 · Train it
#
# One **epoch** shows every training image once, in small **batches**. After each batch the
# optimizer moves the weights a little. After each epoch Keras also measures loss and accuracy on
# images that it does not learn from: the *validation data*.
#
# The test set stays where it is. Who looks at it while still changing things will choose what
# happens to suit it.


# %% exercise="train"
def train(model, images, labels, validation_data, epochs):
    """Train a compiled model for a number of epochs, watching it on held-out images.

    Args:
        model: a compiled Keras model, such as `build_baseline` returns. It is trained in place.
        images: prepared images, float32 (N, 28, 28, 1) in [0, 1]. They are not changed.
        labels: integers (N,), 0 to 9. They are not changed.
        validation_data: a pair ``(images, labels)`` of the same kinds, to measure on after each
            epoch and never to learn from.
        epochs: int, how many times every training image is shown. Exactly so many.

    Returns:
        The `keras.callbacks.History` of this training. Its ``history`` maps ``"loss"``,
        ``"val_loss"`` and the metrics to lists with one value for each epoch.

    Example:
        >>> history = train(build_baseline(), images, labels, (more_images, more_labels), epochs=3)
        >>> len(history.history["val_loss"])
        3
    """
    ### BEGIN SOLUTION
    return model.fit(
        images,
        labels,
        batch_size=32,
        epochs=epochs,
        validation_data=validation_data,
        verbose=2,
    )
    ### END SOLUTION


# %% check="train"
check("train")

# %% [markdown]
# ## 8 · From numbers to digits
#
# A trained model answers each image with ten numbers. They may be probabilities or scores; either
# way the digit that it means is the one with the largest number.


# %% exercise="predict_digits"
def predict_digits(model, images):
    """Return the digit that a model sees in each image.

    Args:
        model: a Keras model that gives (N, 10): for each image ten probabilities, or ten scores of
            any size and sign.
        images: prepared images, float32 (N, 28, 28, 1) in [0, 1]; N may be 1. They are not changed.

    Returns:
        An array of integers (N,), 0 to 9.

    Example:
        If the model answers two images with rows whose largest numbers stand at positions 7 and 0:

        >>> predict_digits(model, two_images)
        array([7, 0])
    """
    ### BEGIN SOLUTION
    return np.argmax(model.predict(images, verbose=0), axis=1)
    ### END SOLUTION


# %% check="predict_digits"
check("predict_digits")

# %% [markdown]
# ## 9 · The experiment: train your baseline
#
# Now all parts work together. The cell below holds one fifth of the training images back, trains
# your baseline for ten epochs, and draws what happened. Keras shows the progress of each epoch. It
# runs at home only, and is not graded. With the 5,000 digits that come with this course it is soon
# done; the full set takes twelve times as long.
#
# **Predict before you run.** Which share of the held-out digits will your network tell rightly
# before it has learned anything, and which after ten epochs?
#
# My prediction: …

# %% experiment=true
fit_images, held_images, fit_labels, held_labels = train_test_split(
    prepare(x_train),
    y_train.astype("int64"),
    test_size=0.2,
    stratify=y_train,
    random_state=0,
)

baseline = build_baseline()
baseline.summary()
right_before = np.mean(np.asarray(predict_digits(baseline, held_images)) == held_labels)
print(f"before training, {right_before:.1%} of the held-out digits are told rightly")

history = train(baseline, fit_images, fit_labels, (held_images, held_labels), epochs=10)
curves = history.history

# %% [markdown]
# What your network learned, in two pictures. The training values are means over an epoch in which
# the network kept changing; the held-out values are measured at its end. So a held-out curve may
# well lie on the better side at first.

# %% experiment=true
metric_names = [name for name in curves if name != "loss" and not name.startswith("val_")]
accuracy_name = next((name for name in metric_names if "acc" in name), metric_names[0])
epochs_seen = np.arange(1, len(curves["loss"]) + 1)

_, (loss_axes, accuracy_axes) = plt.subplots(1, 2, figsize=(10, 3.6))
for axes, name, title in (
    (loss_axes, "loss", "Loss"),
    (accuracy_axes, accuracy_name, "Accuracy"),
):
    axes.plot(epochs_seen, curves[name], marker="o", label="training images")
    axes.plot(epochs_seen, curves[f"val_{name}"], marker="s", label="held-out images")
    axes.set_xlabel("epoch")
    axes.set_title(title)
    axes.legend()
plt.show()

# %% experiment=true
seen_as = np.asarray(predict_digits(baseline, held_images))
wrong = np.flatnonzero(seen_as != held_labels)
print(f"{len(wrong)} of {len(held_labels)} held-out digits are taken for another one.")

some = wrong[:10]
if len(some):
    show_digits(held_images[some], [f"{held_labels[i]} as {seen_as[i]}" for i in some])
    plt.show()

# %% [markdown]
# ### My result
#
# Write down what you found; section 06 asks how far such a score can be trusted.
#
# - Digits used (full set or the 5,000), and how many were held out: …
# - Share of held-out digits told rightly before training: …
# - After the last epoch, loss and accuracy on training images: …
# - After the last epoch, loss and accuracy on held-out images: …
# - Two of the mistakes, and whether I would have read them rightly: …

# %% [markdown]
# ## What to take away
#
# - Cross-entropy is the mean of −ln p over the images, where p is the probability given to the
#   right class. Knowing nothing costs ln 10 ≈ 2.30.
# - A convolution's parameters depend on window, channels and filters, not on the size of the image.
#   Flatten followed by a dense layer is where parameters pile up.
# - Output, loss and labels are one decision. A falling loss does not prove that they agree.
# - Validation data measure, training data teach, and the test set waits until the end.
# - The digit is the position of the largest number, taken for each image by itself.
