# %% [markdown]
# # 09 · Deepen
#
# Section VII of the brief. About 110 minutes: seven functions, three questions, two training runs,
# and a file to hand in. The lesson of the same name explains each step; read it beside this
# notebook.
#
# When you are through you can
#
# - add convolutions and pooling to a network, and say what each of its filters can see
# - make a network deeper without making it larger
# - tell whether the deeper network is better, or whether the folds only look like it
# - give a final accuracy with the interval that belongs to it
# - save a model, load it, and prove that nothing was lost
#
# Each exercise is one small function. Write it in place of `raise NotImplementedError()`, run its
# cell, then run the `check` below it. If you are stuck, `hint` helps in three steps, as in
# `hint("build_deeper", 1)`.

# %% locked=true
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers
from scipy import stats
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


def one_convolution(filters=32, kernel_size=3):
    """Return the baseline of section 05, compiled: one convolution, pooling, two dense layers."""
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(filters, kernel_size, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(100, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


# %% [markdown]
# ## 1 · Which one is larger?
#
# Two networks for the same digits. No padding anywhere; each pooling halves the maps.
#
# | A, the baseline | B |
# |---|---|
# | convolution, 32 filters 3 × 3 | convolution, 32 filters 3 × 3 |
# | pooling 2 × 2 | pooling 2 × 2 |
# |  | convolution, 64 filters 3 × 3 |
# |  | convolution, 64 filters 3 × 3 |
# |  | pooling 2 × 2 |
# | flatten, dense 100, dense 10 | flatten, dense 100, dense 10 |
#
# **Predict before you run.** Which network has more parameters, and by what factor?
#
# My prediction: …


# %%
def of_convolution(filters, window, channels):
    """Count what a convolution learns."""
    return filters * (window * window * channels + 1)


def of_dense(units, inputs):
    """Count what a dense layer learns."""
    return units * (inputs + 1)


plan_a = [of_convolution(32, 3, 1), of_dense(100, 13 * 13 * 32), of_dense(10, 100)]
plan_b = [
    of_convolution(32, 3, 1),
    of_convolution(64, 3, 32),
    of_convolution(64, 3, 64),
    of_dense(100, 4 * 4 * 64),
    of_dense(10, 100),
]
for name, plan in (("A", plan_a), ("B", plan_b)):
    print(f"{name}: {' + '.join(f'{count:,}' for count in plan)} = {sum(plan):,}")

# %% [markdown]
# The deeper network is the smaller one. The two convolutions it adds learn some 55,000 numbers.
# What they save is larger: the map that Flatten lines up shrinks from 13 × 13 × 32 to 4 × 4 × 64,
# and the dense layer behind it has a weight for each of these values and each of its 100 units.
#
# **A misconception: "deeper means larger."** Where the parameters are is decided by what Flatten
# reads.

# %% [markdown]
# ## 2 · What depth buys
#
# A filter of 3 × 3 in the first layer sees 3 × 3 pixels. A filter of 3 × 3 in the second layer sees
# 3 × 3 values of a map, and each of them has seen 3 × 3 pixels already. The part of the image that
# a value depends on is its **receptive field**. It grows with every convolution, and faster after
# each pooling, since neighbors on a map are then two pixels apart.
#
# **Predict before you run.** How many pixels in a row does one value see after the second
# convolution of B, and how many after the third? (Network A has one convolution, and stays at 3, or
# 4 after pooling.)
#
# My prediction: …

# %%
seen, apart = 1, 1  # pixels in a row that one value sees; pixels between neighboring values
for layer, window, stride in (
    ("convolution 3 × 3", 3, 1),
    ("pooling 2 × 2", 2, 2),
    ("convolution 3 × 3", 3, 1),
    ("convolution 3 × 3", 3, 1),
    ("pooling 2 × 2", 2, 2),
):
    seen += (window - 1) * apart
    apart *= stride
    print(f"{layer:<18} sees {seen:>2} × {seen} pixels")

# %% [markdown]
# A digit fills about 20 × 20 pixels. After three convolutions one value sees more than half of it
# in each direction: no longer an edge, but a loop or a crossing.

# %% [markdown]
# ## 3 · The filter size, both ways
#
# The brief asks you to increase the *filter size*. People mean two things by it: **more filters**,
# so that a layer can look for more kinds of patterns, or a **larger window**, so that each filter
# sees more. Both have a price. Here is what they cost in the baseline.

# %%
for filters, window in ((32, 3), (64, 3), (32, 5), (64, 5)):
    model = one_convolution(filters, window)
    convolution, pooling = model.layers[0], model.layers[1]
    print(
        f"{filters} filters {window} × {window}: the convolution learns "
        f"{convolution.count_params():>5,}, maps of {tuple(pooling.output.shape[1:])}, "
        f"{model.count_params():>9,} in all"
    )

# %% [markdown]
# A larger window can also be built from small ones: two layers of 3 × 3 see 5 × 5 pixels, as one
# layer of 5 × 5 does. Count what both learn, for as many channels in as out.

# %%
for channels in (32, 64):
    one_large = of_convolution(channels, 5, channels)
    two_small = 2 * of_convolution(channels, 3, channels)
    print(f"{channels} channels: once 5 × 5 learns {one_large:,}, twice 3 × 3 {two_small:,}")

# %% [markdown] question="filter-size" points=3
# **What happens if the filter size is increased?**
#
# Answer for both readings: more filters, and a larger window. Say for each what the network can do
# that it could not do before, and what it costs, with numbers from above. Then say what two layers
# of 3 × 3 have over one of 5 × 5. Four to seven sentences.
#
# ### BEGIN MARK SCHEME
# - 1 point: more filters. More kinds of patterns at each place; the convolution's parameters grow
#   in proportion (320 to 640 here), and so does the depth of the maps, so the dense layer behind
#   Flatten doubles (542,230 to 1,083,350 in all). Time grows too.
# - 1 point: larger window. Each filter sees more of the image at once, 5 × 5 in place of 3 × 3 (320
#   to 832 parameters in the convolution); maps without padding get a little smaller, which here
#   even lowers the total. Small details are averaged over more weights.
# - 1 point: two layers of 3 × 3 see the same 5 × 5 with 18 in place of 25 weights for each pair of
#   channels, and have a bend between them, so they can express more. The price is one more layer to
#   compute and to train.
# - Numbers may come from the cells above or from the learner's own network.
# ### END MARK SCHEME

# %% [markdown]
# ## 4 · Build the deeper network
#
# Now build your own. B is one good plan; there are others, as long as the contract below is kept.
# Two things go wrong easily: Flatten too early, behind which no convolution can stand, and so many
# poolings that nothing is left of the map. Write the shapes down before you build.


# %% exercise="build_deeper"
def build_deeper():
    """Return a new, untrained and compiled Keras model with several convolutions.

    It takes prepared images, float32 (N, 28, 28, 1) in [0, 1], and gives (N, 10).

    - At least three convolution layers. At least one of them has more than 32 filters.
    - Between two convolutions there is an activation, such as ReLU.
    - At least two layers make the maps smaller: pooling, a stride of 2 or more, or global pooling.
    - The last map, the one that Flatten reads, is at least 2 × 2; or else it was read as a whole
      before, by global pooling or by a window as large as the map.
    - Output and loss agree, and the loss takes integer labels (N,), so that it can be compared
      with the baseline. Accuracy is among the metrics.

    Returns:
        A `keras.Model`; each call builds a fresh one.

    Example:
        >>> build_deeper()(prepare(x_train[:5])).shape
        TensorShape([5, 10])
    """
    ### BEGIN SOLUTION
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(64, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(64, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(100, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
    ### END SOLUTION


# %% check="build_deeper"
check("build_deeper")

# %% [markdown]
# ## 5 · Better, or luck?
#
# Both networks will be trained on the *same* folds, so each fold gives a pair of scores. Compare
# pairs: what is hard about a fold is hard for both, and drops out of the difference.
#
# The five differences have a mean and a spread. How large a mean could chance alone give? The plain
# t-test takes the folds for independent. They are not: any two share most of their training images.
# Nadeau and Bengio correct for that by enlarging the variance of the mean. With the difference
# $d_i$ of fold $i$, their mean $\bar d$, their variance $s^2$ (over $K - 1$) and the numbers of
# images that each fold trains and tests on,
#
# $$t = \frac{\bar d}{\sqrt{s^2 \left(\frac{1}{K} + \frac{n_{test}}{n_{train}}\right)}}$$
#
# and $p$ is the two-sided probability beyond $t$ under Student's distribution with $K - 1$ degrees
# of freedom.


# %% exercise="compare_with_baseline"
def compare_with_baseline(baseline_scores, deeper_scores, n_train, n_test):
    """Tell whether the deeper network is better than the baseline, beyond what folds can fake.

    Args:
        baseline_scores: K accuracies, one for each fold; list or array (K,), K at least 2.
        deeper_scores: the accuracies of the other network on the same folds, in the same order.
        n_train: int, how many images each fold trains on.
        n_test: int, how many images each fold is scored on.

    Returns:
        A dict with

        - ``"difference"``: float, the mean of deeper − baseline, in the units of the scores.
        - ``"t"``: float, the corrected t above; it has the sign of the difference.
        - ``"p"``: float, two-sided, with K − 1 degrees of freedom.
        - ``"better"``: bool, whether p < 0.05 and the difference is above 0.

        If all differences are 0, t is 0.0, p is 1.0 and better is False.

    Example:
        >>> compare_with_baseline([0.94, 0.95, 0.93], [0.96, 0.96, 0.96], 200, 100)
        {'difference': 0.02, 't': 2.19..., 'p': 0.159..., 'better': False}
    """
    ### BEGIN SOLUTION
    differences = np.asarray(deeper_scores, float) - np.asarray(baseline_scores, float)
    folds, mean = len(differences), differences.mean()
    if not differences.any():
        t, p = 0.0, 1.0
    else:
        variance = differences.var(ddof=1) * (1 / folds + n_test / n_train)
        t = mean / np.sqrt(variance)
        p = 2 * stats.t.sf(abs(t), folds - 1)
    return {
        "difference": float(mean),
        "t": float(t),
        "p": float(p),
        "better": bool(p < 0.05 and mean > 0),
    }
    ### END SOLUTION


# %% check="compare_with_baseline"
check("compare_with_baseline")

# %% [markdown]
# ## 6 · The experiment: four networks, the same folds
#
# The baseline, the baseline with more filters, the baseline with larger windows, and your deeper
# network: each is trained five times, on five folds of 1,500 digits. It runs at home only. On two
# cores it takes two to three minutes; watch the line of progress.
#
# **Predict before you run.** Which of the other three will beat the baseline on these folds? And by
# so much that `better` says so?
#
# My prediction: …

# %% experiment=true
EPOCHS = 5
some = np.sort(np.random.default_rng(0).permutation(len(x_train))[:1_500])
some_images, some_labels = prepare(x_train[some]), y_train[some].astype("int64")
folds = list(StratifiedKFold(5, shuffle=True, random_state=0).split(some_images, some_labels))

networks = {
    "baseline": one_convolution,
    "more filters": lambda: one_convolution(filters=64),
    "larger windows": lambda: one_convolution(kernel_size=5),
    "deeper": build_deeper,
}
scores = {name: [] for name in networks}
sizes = {}
for name, build in networks.items():
    print(f"{name:<15}", end="")
    for fold, (train_index, test_index) in enumerate(folds):
        keras.utils.set_random_seed(fold)  # the same start of chance for each network
        model = build()
        model.fit(some_images[train_index], some_labels[train_index], epochs=EPOCHS, verbose=0)
        answers = model.predict(some_images[test_index], verbose=0)
        scores[name].append(float(np.mean(answers.argmax(axis=1) == some_labels[test_index])))
        print(f" {scores[name][-1]:.3f}", end="", flush=True)
    sizes[name] = model.count_params()
    print(f"   mean {np.mean(scores[name]):.3f}, {sizes[name]:,} parameters")

# %% experiment=true
n_train, n_test = len(folds[0][0]), len(folds[0][1])
verdicts = {
    name: compare_with_baseline(scores["baseline"], scores[name], n_train, n_test)
    for name in networks
    if name != "baseline"
}
for name, verdict in verdicts.items():
    said = "better than the baseline" if verdict["better"] else "no gain that these folds can show"
    print(
        f"{name:<15} {100 * verdict['difference']:+.2f} points, t = {verdict['t']:+.2f}, "
        f"p = {verdict['p']:.3f}: {said}"
    )

# %% experiment=true
_, axes = plt.subplots(figsize=(8, 4))
positions = np.arange(len(networks))
for fold in range(len(folds)):
    axes.plot(positions, [100 * scores[name][fold] for name in networks], "-o", alpha=0.4)
means = [100 * np.mean(scores[name]) for name in networks]
axes.plot(positions, means, "k_", markersize=28, markeredgewidth=2, label="mean of five folds")
axes.set_xticks(positions, [f"{name}\n{sizes[name]:,} parameters" for name in networks])
axes.set_ylabel("accuracy on the held-out fold, %")
axes.set_title("Four networks on the same five folds; a line joins the scores of one fold")
axes.legend(loc="lower right")
plt.show()

# %% [markdown]
# Look at the lines, not at the dots alone. Where the lines of all folds rise together, the gain is
# in the network. Where some rise and some fall, it is in the folds.

# %% [markdown] question="how-much-better" points=4
# **How much did the model improve? Compare its performance with the baseline.**
#
# Give the mean difference in points, t and p, and how many digits and folds they rest on. Say what
# you conclude, and what you may not conclude. Compare the sizes of the two networks and the time
# they took, too. Five to eight sentences.
#
# ### BEGIN MARK SCHEME
# - 1 point: the difference is given in percentage points with t and p, from the learner's own run,
#   with the number of digits (1,500) and folds (5).
# - 1 point: the conclusion follows from them: "better" only where p < 0.05 and the difference is
#   positive; otherwise "no difference that these folds can show", which is not "no difference".
# - 1 point: one thing that may not be concluded, with a reason. Good ones: the folds' mean is no
#   estimate for the full data set, since these networks saw 1,200 digits; other seeds would give
#   other numbers; p below 0.05 is no size of an effect; three comparisons were made, and the best
#   of three looks better than it is.
# - 1 point: size and time are compared: usually fewer parameters (about 114,000 against 542,000),
#   and yet a longer time for each epoch.
# - A negative result, honestly told, earns full points.
# ### END MARK SCHEME

# %% [markdown] question="merits-and-demerits" points=4
# **What are the merits and demerits of increasing the depth of the model?**
#
# Name two merits and two demerits, each with its reason. Then say when you would stop adding
# layers.
#
# ### BEGIN MARK SCHEME
# - 2 points: two merits with reasons. Good ones: the receptive field grows, so later filters see
#   whole parts of a digit; features build on features, edges make corners and loops; more bends,
#   so more functions can be expressed with the same number of weights; small windows in a row need
#   fewer weights than a large one; pooling on the way makes the maps small, and with them the dense
#   layer.
# - 2 points: two demerits with reasons. Good ones: more computation for each image, and more memory
#   for the maps; gradients pass through more layers and may fade or blow up, so training gets
#   harder (initialization, normalization, residual connections help); more settings to choose; it
#   can overfit where data are few; maps shrink until nothing is left; harder to interpret.
# - When to stop must be named for full points (take one off otherwise): when a comparison on the
#   same folds shows no gain any more, when the receptive field covers the digit, or when time or
#   memory run out.
# - "Deeper is always better" earns nothing.
# ### END MARK SCHEME

# %% [markdown]
# ## 7 · The interval of a final accuracy
#
# You will measure the final model once, on the test digits. If $c$ of $n$ are right, the accuracy
# is $\hat p = c / n$. On other digits of the same kind it would have come out a little differently.
# The 95% interval says how far.
#
# The textbook's $\hat p \pm 1.96 \sqrt{\hat p (1 - \hat p) / n}$ fails where good models live: near
# 1 it is too short, it can end above 1, and for $c = n$ it has no width at all. Wilson's interval
# asks instead which true accuracies would make a result like this one plausible. With
# $z = 1.959964$ (1.96 is near enough):
#
# $$\frac{\hat p + \frac{z^2}{2n} \pm z \sqrt{\frac{\hat p (1 - \hat p)}{n} + \frac{z^2}{4 n^2}}}
# {1 + \frac{z^2}{n}}$$
#
# **Predict before you run.** A model is right on 100 of 100 digits. Where does its interval begin?
#
# My prediction: …


# %% exercise="accuracy_interval"
def accuracy_interval(correct, total):
    """Return Wilson's 95% interval of an accuracy (E. B. Wilson, 1927).

    Args:
        correct: int, how many answers were right, from 0 to total.
        total: int, how many there were, at least 1.

    Returns:
        A pair of floats (low, high), fractions: 0 <= low < high <= 1.

    Example:
        >>> accuracy_interval(9_909, 10_000)
        (0.98884..., 0.99258...)
        >>> accuracy_interval(5, 10)
        (0.2365..., 0.7634...)
    """
    ### BEGIN SOLUTION
    z = stats.norm.ppf(0.975)
    share = correct / total
    center = share + z**2 / (2 * total)
    half = z * np.sqrt(share * (1 - share) / total + z**2 / (4 * total**2))
    scale = 1 + z**2 / total
    return float((center - half) / scale), float((center + half) / scale)
    ### END SOLUTION


# %% check="accuracy_interval"
check("accuracy_interval")

# %% [markdown]
# Try `accuracy_interval(100, 100)` in a cell of your own. Not one mistake in a hundred, and yet a
# true accuracy of 97% is among those that fit.

# %% [markdown]
# ## 8 · Measure once
#
# Now the function that opens the test set. It asks the model as for new images, counts the digits
# that are told rightly, and returns the share with its interval. It must not train, choose or
# change anything: a test set that was learned from, or chosen by, measures nothing any more.


# %% exercise="evaluate_final"
def evaluate_final(model, images, labels):
    """Measure a trained model on digits that it has never seen.

    Args:
        model: a compiled Keras model that gives (N, 10), with accuracy among its metrics. It is
            not changed.
        images: prepared images, float32 (N, 28, 28, 1) in [0, 1]. They are not changed.
        labels: integers (N,), 0 to 9. They are not changed.

    Returns:
        A tuple of three floats: the accuracy, a fraction of the N images, and the ``low`` and
        ``high`` of its 95% interval, as `accuracy_interval` gives it.

    Example:
        A model that tells 9,909 of 10,000 digits rightly:

        >>> evaluate_final(model, images, labels)
        (0.9909, 0.98884..., 0.99258...)
    """
    ### BEGIN SOLUTION
    digits = model.predict(images, verbose=0).argmax(axis=1)
    correct = int(np.sum(digits == labels))
    low, high = accuracy_interval(correct, len(labels))
    return correct / len(labels), low, high
    ### END SOLUTION


# %% check="evaluate_final"
check("evaluate_final")

# %% [markdown]
# ## 9 · Save and load
#
# A Keras model in one file, ending in `.keras`, holds three things: the plan of the layers, their
# weights, and how it was compiled. Weights alone are no model: whoever has them must rebuild the
# same layers in the same order first.


# %% exercise="save_final"
def save_final(model, path):
    """Save a whole model to one `.keras` file: layers, weights and how it was compiled.

    Args:
        model: a compiled Keras model. It is not changed.
        path: str or `pathlib.Path` of the file, ending in ``.keras``. A file that lies there
            already is replaced.

    Example:
        >>> save_final(model, "trial.keras")    # then trial.keras lies beside this notebook
    """
    ### BEGIN SOLUTION
    model.save(path)
    ### END SOLUTION


# %% check="save_final"
check("save_final")


# %% exercise="load_final"
def load_final(path):
    """Load a model from a `.keras` file, ready to answer and to be measured.

    Args:
        path: str or `pathlib.Path` of the file. The file is not changed.

    Returns:
        The `keras.Model`, compiled as it was; its answers agree with those of the saved model
        within 1e-6.

    Example:
        >>> load_final("trial.keras").predict(prepare(x_train[:5])).shape
        (5, 10)
    """
    ### BEGIN SOLUTION
    return keras.saving.load_model(path)
    ### END SOLUTION


# %% check="load_final"
check("load_final")

# %% [markdown]
# ## 10 · The experiment: your final model
#
# Train the network that you want to hand in, on all training digits. One tenth of them is held back
# to watch; the test digits stay closed until the end. It runs at home only.

# %% experiment=true
fit_images, held_images, fit_labels, held_labels = train_test_split(
    prepare(x_train), y_train.astype("int64"), test_size=0.1, stratify=y_train, random_state=0
)
keras.utils.set_random_seed(0)
final = build_deeper()
final.summary()
history = final.fit(
    fit_images,
    fit_labels,
    epochs=8,
    validation_data=(held_images, held_labels),
    verbose=2,
)

# %% experiment=true
epochs_seen = np.arange(1, len(history.history["loss"]) + 1)
_, axes = plt.subplots(figsize=(6, 3.6))
axes.plot(epochs_seen, history.history["loss"], marker="o", label="training images")
axes.plot(epochs_seen, history.history["val_loss"], marker="s", label="held-out images")
axes.set_xlabel("epoch")
axes.set_ylabel("loss")
axes.set_title("The final training")
axes.legend()
plt.show()

# %% [markdown]
# Are you content with it? Then open the test set, once.

# %% experiment=true
test_images, test_labels = prepare(x_test), y_test.astype("int64")
accuracy, low, high = evaluate_final(final, test_images, test_labels)
print(f"{accuracy:.2%} of {len(test_labels):,} test digits, 95% interval {low:.2%} to {high:.2%}")

told = final.predict(test_images, verbose=0).argmax(axis=1)
wrong = np.flatnonzero(told != test_labels)[:10]
if len(wrong):
    show_digits(x_test[wrong], [f"{test_labels[i]} as {told[i]}" for i in wrong])
    plt.show()

# %% [markdown]
# Save it, and prove that nothing was lost: load the file and compare the answers.

# %% experiment=true
save_final(final, "final_model.keras")
again = load_final("final_model.keras")
largest = np.abs(final.predict(test_images, verbose=0) - again.predict(test_images, verbose=0))
print(f"largest difference between the answers before and after: {largest.max():.1e}")

# %% [markdown]
# ## 11 · Hand in your model
#
# The file `final_model.keras` now lies beside this notebook. Hand in both. The grader opens the
# file where nothing of your notebook exists, shows it prepared digits that you do not have, and
# counts. So whatever the model needs must be inside: no layers or functions of your own, no
# `Lambda`.
#
# The last function only says that your file is ready. The checks below it look at the file.


# %% exercise="final_model" hands_in="final_model.keras"
def final_model():
    """Return the name of the file that you hand in beside this notebook.

    The file is graded, not this function:

    - a whole Keras model, compiled, of at most 20 MiB, without code of your own inside;
    - it takes prepared images, float32 (N, 28, 28, 1) in [0, 1], and gives (N, 10), the largest
      number at the place of the digit;
    - it tells most digits rightly, also those that it has not seen.

    Returns:
        The text ``"final_model.keras"``.

    Example:
        >>> final_model()
        'final_model.keras'
    """
    ### BEGIN SOLUTION
    return "final_model.keras"
    ### END SOLUTION


# %% check="final_model"
check("final_model")

# %% [markdown]
# ### My result
#
# - Digits used (full set or the 5,000): …
# - Deeper − baseline on the same folds, in points, with t and p: …
# - More filters − baseline, larger windows − baseline: …
# - Parameters of the baseline and of my deeper network: …
# - Final accuracy on the test digits, with its 95% interval: …
# - Largest difference between the answers before and after loading: …

# %% [markdown]
# ## What to take away
#
# - Depth buys receptive field and bends. It does not have to cost parameters; what Flatten reads
#   decides about those.
# - "Filter size" means the number of filters or the size of the window. Two windows of 3 × 3 see
#   what one of 5 × 5 sees, with fewer weights and one more bend.
# - Better means: the same folds, paired differences, and a variance that knows that folds overlap.
# - A final accuracy is measured once, and told with its interval.
# - A saved model is layers, weights and compilation in one file. Load it before you trust it.
