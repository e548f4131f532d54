# %% [markdown]
# # 08 · Improve
#
# Section VI of the brief. About 90 minutes: four functions, three questions, and an experiment in
# two rounds that trains for a minute or two. The lesson of the same name explains each step; read
# it beside this notebook.
#
# When you are through you can
#
# - name the kinds of change that may help a network, and say what each is good against
# - build a network whose settings are arguments, so that one of them changes at a time
# - score several settings on the same folds
# - tell a gain from the noise of the folds, and say when you cannot
#
# Each exercise is one small function. Write it in place of `raise NotImplementedError()`, run its
# cell, then run the `check` below it. A check tells you what it found. If you are stuck, `hint`
# helps in three steps, as in `hint("compare", 1)`.

# %% locked=true
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers
from scipy import stats
from sklearn.model_selection import StratifiedKFold

from course import check, hint, load_mnist
from course.plots import use_course_style

use_course_style()
(x_train, y_train), (x_test, y_test) = load_mnist()
print(f"Train: X = {x_train.shape}, y = {y_train.shape}")
print(f"Test: X = {x_test.shape}, y = {y_test.shape}")


def prepare(images):
    """Do the work of section 04 in one line: float32 in [0, 1], with a channel, (N, 28, 28, 1)."""
    return np.asarray(images, "float32")[..., np.newaxis] / 255


# %% [markdown]
# ## 1 · What could be better?
#
# Every setting that you choose and training does not is a **hyperparameter**: the learning rate,
# the number of units, the number of epochs. There are many of them, so decide what is wrong before
# you turn any. A network that cannot even learn its training images needs something else than one
# that knows them by heart.

# %% [markdown] question="ways-to-improve" points=3
# **What are some ways you can improve the performance of your baseline model?**
#
# Name four, of at least three different kinds. Say for each what it is good against: learning too
# little, learning by heart, or learning too slowly. Then say which one you would try first on the
# baseline of this notebook, and why. Five to eight sentences.
#
# ### BEGIN MARK SCHEME
# - 1 point: four ways of at least three kinds. Kinds: optimization (learning rate, schedule,
#   optimizer, batch size, more epochs); capacity (units, filters, layers); regularization (dropout,
#   weight decay, early stopping, augmentation); normalization (batch normalization, scaling of the
#   input); data (more images, augmentation); combination (an average of several networks).
# - 1 point: each is matched with a weakness. Capacity, a better learning rate and longer training
#   help where the training images themselves are not learned. Dropout, weight decay, augmentation
#   and more data help where training is far better than validation. Learning rate and batch
#   normalization help where learning is slow. "Makes it better" matches nothing.
# - 1 point: a first choice with a reason that could be checked: from the learning curves of section
#   07, from the number of steps (few images and few epochs mean few steps, so the learning rate
#   comes early), or from the cost of trying it. Any choice that is argued for earns the point.
# ### END MARK SCHEME

# %% [markdown]
# ## 2 · One function, four settings
#
# To change one thing at a time, make the things arguments. The baseline of this notebook is small
# and quick, since it will be trained many times:
#
# 1. **Conv2D**, 8 filters of 5 × 5, strides of 2, ReLU
# 2. **MaxPooling2D**, windows of 2 × 2
# 3. **Flatten**: 288 values
# 4. **Dense**, `dense_units` units, ReLU
# 5. **Dense**, 10 units, softmax
#
# **Predict before you run.** It has 208 parameters in the convolution. How many has the whole
# network with 32 dense units, and does it double with 64?
#
# My prediction: …

# %%
for units in (32, 64):
    hidden = (288 + 1) * units
    output = (units + 1) * 10
    print(f"{units} units: {208 + hidden + output:,} parameters")

# %% [markdown]
# Nearly all of them sit behind Flatten, so it nearly doubles. A setting that seems to be about one
# layer may be about most of the network.


# %% exercise="build_model"
def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    """Return a new, untrained and compiled Keras model; without arguments, it is the baseline.

    It takes prepared images, float32 (N, 28, 28, 1) in [0, 1], and integer labels (N,), and gives
    (N, 10), one number for each digit. Accuracy is among its metrics. The network described above
    is one that fits; another small one does too, as long as each argument changes what it names,
    and nothing else:

    Args:
        learning_rate: float, that of the optimizer. Which optimizer is up to you.
        dropout: float from 0 up to 1, the share of the hidden layer's values that a dropout layer
            sets to zero while training; 0 means none.
        batch_norm: bool, whether batch normalization is part of the network.
        dense_units: int, the number of units of the hidden dense layer.

    Returns:
        A `keras.Model`. Each call builds a fresh one, with an optimizer of its own.

    Example:
        >>> model = build_model(dropout=0.2)
        >>> [layer.rate for layer in model.layers if isinstance(layer, layers.Dropout)]
        [0.2]
    """
    ### BEGIN SOLUTION
    stack = [layers.Input((28, 28, 1)), layers.Conv2D(8, 5, strides=2)]
    if batch_norm:
        stack.append(layers.BatchNormalization())
    stack += [
        layers.ReLU(),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(dense_units, activation="relu"),
    ]
    if dropout:
        stack.append(layers.Dropout(dropout))
    stack.append(layers.Dense(10, activation="softmax"))
    model = keras.Sequential(stack)
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=learning_rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
    ### END SOLUTION


# %% check="build_model"
check("build_model")

# %% [markdown]
# ## 3 · The same folds for all
#
# Some held-out digits are harder than others. If every configuration gets folds of its own, one may
# win by drawing the easier digits. On the **same folds** a hard fold pulls all of them down
# together, and the difference between two of them stays.
#
# The cell below plays this through with made-up scores. Two configurations truly differ by half a
# point. The difficulty of a fold moves a score by about one point.
#
# **Predict before you run.** How much steadier is the measured difference when both share their
# folds: not at all, twice, five times?
#
# My prediction: …

# %%
rng = np.random.default_rng(0)
repetitions, folds = 2_000, 5


def fold_difficulty():
    """Return by how much each fold of each repetition moves a score."""
    return rng.normal(0, 0.01, (repetitions, folds))


def made_up_scores(true_accuracy, difficulty):
    """Return scores (repetitions, folds): the truth, the fold, and some luck in training."""
    return true_accuracy + difficulty + rng.normal(0, 0.002, (repetitions, folds))


shared = fold_difficulty()
same_folds = made_up_scores(0.905, shared) - made_up_scores(0.900, shared)
own_folds = made_up_scores(0.905, fold_difficulty()) - made_up_scores(0.900, fold_difficulty())
for name, difference in (("same folds", same_folds), ("folds of their own", own_folds)):
    means = difference.mean(axis=1)
    print(
        f"{name}: the measured difference is {means.mean():+.4f} ± {means.std():.4f}, "
        f"and has the wrong sign in {np.mean(means < 0):.0%} of the comparisons"
    )

# %% [markdown]
# Both ways are right on average, and one of them needs far fewer folds to see it.


# %% exercise="compare"
def compare(configurations, images, labels, k=5, epochs=5, seed=0):
    """Score several configurations of `build_model` on the same stratified folds.

    For each configuration and each fold, a fresh model is built by ``build_model(**settings)``,
    trained on the fold's training images and scored on its held-out images.

    Args:
        configurations: dict that maps a name to a dict of arguments of `build_model`; an empty dict
            stands for the baseline. It is not changed.
        images: prepared images, float32 (N, 28, 28, 1) in [0, 1]. They are not changed.
        labels: integers (N,), 0 to 9. They are not changed.
        k: int, the number of folds: stratified and shuffled, as in section 06.
        epochs: int, how long each model is trained. Exactly so many.
        seed: int, of the folds. The same seed gives the same folds, another one gives others.

    Returns:
        A list with one dict for each configuration, in the given order:

        - ``name``: str.
        - ``scores``: k floats, for each fold the accuracy on its held-out images after the last
          epoch.
        - ``mean``: float, the mean of the scores.
        - ``std``: float, their sample standard deviation, which divides by k - 1 (``ddof=1``).

    Example:
        >>> rows = compare({"baseline": {}, "wider": {"dense_units": 64}}, images, labels, k=3)
        >>> [row["name"] for row in rows]
        ['baseline', 'wider']
    """
    ### BEGIN SOLUTION
    splitter = StratifiedKFold(k, shuffle=True, random_state=seed)
    folds = list(splitter.split(images, labels))
    rows = []
    for name, settings in configurations.items():
        scores = []
        for training, held_out in folds:
            model = build_model(**settings)
            history = model.fit(
                images[training],
                labels[training],
                epochs=epochs,
                validation_data=(images[held_out], labels[held_out]),
                verbose=0,
            )
            scores.append(float(history.history["val_accuracy"][-1]))
        rows.append(
            {
                "name": name,
                "scores": scores,
                "mean": float(np.mean(scores)),
                "std": float(np.std(scores, ddof=1)),
            }
        )
        print(f"{name}: {rows[-1]['mean']:.4f} ± {rows[-1]['std']:.4f}")
    return rows
    ### END SOLUTION


# %% check="compare"
check("compare")

# %% [markdown]
# ## 4 · Is +0.03 real?
#
# J. Brownlee's tutorial publishes the scores of three networks on the same five folds of 60,000
# digits, in percent. Each was trained on 48,000 of them and scored on the other 12,000.

# %%
n_train, n_test = 48_000, 12_000
baseline_folds = np.array([98.550, 98.600, 98.642, 98.850, 98.742])
normalized_folds = np.array([98.475, 98.608, 98.683, 98.783, 98.667])  # with batch normalization
deeper_folds = np.array([99.058, 99.042, 98.883, 99.192, 99.133])  # with more convolutions
print(f"baseline − normalized: {np.mean(baseline_folds - normalized_folds):+.3f} points")
print(f"deeper − baseline:     {np.mean(deeper_folds - baseline_folds):+.3f} points")

# %% [markdown]
# **Predict before you run.** The baseline is ahead of the normalized network by 0.03 points, and
# the deeper network is ahead of the baseline by 0.38. Which of the two gains is real? Look at the
# five scores, and write down what you would say before you compute anything.
#
# My prediction: …
#
# A **paired t-test** sets the mean of the K differences against their spread. In its usual form it
# divides s², the variance of the differences with K − 1 below, by K. That is right for K
# independent differences. These are not: any two of the five training sets share three quarters of
# their digits. So the usual test finds too many gains. Nadeau and Bengio's correction adds a term
# for the overlap:
#
# $$ t = \bar d \; \Big/ \sqrt{\Big(\frac{1}{K} + \frac{n_\text{test}}{n_\text{train}}\Big) s^2} $$
#
# Then p is the probability of a t at least this far from 0, on either side, if there were no
# difference: from Student's distribution with K − 1 degrees of freedom.


# %% exercise="corrected_paired_t"
def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    """Compare two rows of scores from the same K folds by Nadeau and Bengio's corrected t-test.

    Args:
        scores_a: K floats, the scores of one configuration; K is at least 2. Not changed.
        scores_b: K floats, those of the other one, on the same folds in this order. Not changed.
        n_train: int, the number of images that a model of one fold was trained on.
        n_test: int, the number of images that it was scored on.

    Returns:
        A tuple of two floats ``(t, p)``: t has the sign of a - b; p is two-sided, with K - 1
        degrees of freedom. Where all K differences are zero, it is ``(0.0, 1.0)``.

    Raises:
        ValueError: the two have different numbers of scores, or there are fewer than two folds.

    Example:
        The differences are 0.02, 0.01 and 0.03: mean 0.02, sample standard deviation 0.01.

        >>> corrected_paired_t([0.92, 0.93, 0.94], [0.90, 0.92, 0.91], n_train=200, n_test=100)
        (2.1908..., 0.1598...)
    """
    ### BEGIN SOLUTION
    a, b = np.asarray(scores_a, float), np.asarray(scores_b, float)
    k = len(a)
    if a.shape != b.shape:
        raise ValueError(f"{len(a)} scores are compared with {len(b)}")
    if k < 2:
        raise ValueError("a comparison needs at least two folds")
    differences = a - b
    if not differences.any():
        return 0.0, 1.0
    variance = np.var(differences, ddof=1)
    t = differences.mean() / np.sqrt(variance * (1 / k + n_test / n_train))
    p = 2 * stats.t.sf(abs(t), df=k - 1)
    return float(t), float(p)
    ### END SOLUTION


# %% check="corrected_paired_t"
check("corrected_paired_t")

# %% [markdown]
# Now the published folds, by the usual test and by yours.

# %% experiment=true
for name, ahead, behind in (
    ("baseline − normalized", baseline_folds, normalized_folds),
    ("deeper − baseline", deeper_folds, baseline_folds),
):
    usual = stats.ttest_rel(ahead, behind)
    t, p = corrected_paired_t(ahead, behind, n_train, n_test)
    print(f"{name}: {np.mean(ahead - behind):+.3f} points")
    print(f"    usual     t = {usual.statistic:5.2f}, p = {usual.pvalue:.4f}")
    print(f"    corrected t = {t:5.2f}, p = {p:.4f}")

# %% [markdown]
# Was your prediction right? A p above 0.05 does not say that two networks are equally good. It says
# that these folds cannot tell them apart.

# %% [markdown]
# ## 5 · Show the spread
#
# A bar for each mean, starting from 0, makes all good networks look alike. And a mean without its
# spread claims more than was measured. Draw both, on an axis where the differences can be seen.


# %% exercise="plot_comparison"
def plot_comparison(rows):
    """Draw the score of each configuration together with its spread over the folds.

    One axes, with a place for each configuration, in the order of the rows and with its name there.
    At each place stand

    - the mean, as a point, a line or a bar;
    - the spread: an error bar of one standard deviation to either side, or all k scores as points.

    The axis of the scores is labelled, and its limits lie around what is drawn, so that the spreads
    can be told apart: it does not begin at 0 where all scores lie near 0.9. Upright and sideways
    are both fine, and so are percent, where the axis says so.

    Args:
        rows: list of dicts as `compare` returns them: ``name`` (str), ``scores`` (list of k
            floats), ``mean`` and ``std`` (floats). It is not changed.

    Returns:
        Nothing that is looked at; what counts is what is drawn.

    Example:
        >>> plot_comparison(
        ...     [
        ...         {"name": "baseline", "scores": [0.90, 0.92], "mean": 0.91, "std": 0.0141},
        ...         {"name": "wider", "scores": [0.93, 0.92], "mean": 0.925, "std": 0.0071},
        ...     ]
        ... )
    """
    ### BEGIN SOLUTION
    _, axes = plt.subplots()
    for place, row in enumerate(rows):
        axes.scatter([place] * len(row["scores"]), row["scores"], color="C0", alpha=0.4, zorder=1)
        axes.errorbar(place, row["mean"], yerr=row["std"], fmt="o", color="C1", capsize=6)
    axes.set_xticks(range(len(rows)), [row["name"] for row in rows])
    axes.set_xlim(-0.5, len(rows) - 0.5)
    axes.set_ylabel("accuracy on held-out digits")
    axes.set_title("Mean ± one standard deviation over the folds, and each fold")
    ### END SOLUTION


# %% check="plot_comparison"
check("plot_comparison")

# %% [markdown]
# ## 6 · The experiment: change some hyperparameters
#
# Each configuration changes one thing. Change the settings to your own; keep it at three or four,
# so that it stays quick, and write down why you chose them **before** you see a score. With 800
# digits, five folds and five epochs this trains twenty networks in a minute or so.
#
# **Predict before you run.** Which of the configurations will be ahead of the baseline, and will
# five folds of 160 digits be enough to show it?
#
# My prediction, and what I expect of each change: …

# %% experiment=true
configurations = {
    "baseline": {},
    "faster": {"learning_rate": 0.004},
    "normalized": {"batch_norm": True},
    "dropout": {"dropout": 0.3},
}
images, labels = prepare(x_train), y_train.astype("int64")
shuffled = np.random.default_rng(0).permutation(len(images))
to_choose, to_confirm = shuffled[:800], shuffled[800:2800]

rows = compare(configurations, images[to_choose], labels[to_choose], k=5, epochs=5, seed=0)

# %% experiment=true
plot_comparison(rows)
plt.show()

# %% [markdown]
# What may be said of it? The more comparisons are made, the likelier one of them looks good by
# luck. With three comparisons, each has to pass a threshold of 0.05 / 3, so that all together are
# wrong by luck at most once in twenty. This is Bonferroni's rule.


# %% experiment=true
def report(row, baseline_row, digits, threshold):
    """Print what the folds say of a configuration, against the baseline on the same folds."""
    held_out = digits // len(row["scores"])
    t, p = corrected_paired_t(row["scores"], baseline_row["scores"], digits - held_out, held_out)
    difference = row["mean"] - baseline_row["mean"]
    if p >= threshold:
        conclusion = "no difference that these folds can show"
    else:
        conclusion = "better than the baseline" if difference > 0 else "worse than the baseline"
    print(f"{row['name']}: {difference:+.4f}, t = {t:.2f}, p = {p:.4f}: {conclusion}")


baseline_row, *others = list(rows)
print(f"threshold for each of {len(others)} comparisons: p < {0.05 / len(others):.4f}")
for row in others:
    report(row, baseline_row, len(to_choose), threshold=0.05 / len(others))

# %% [markdown]
# A few hundred digits show large differences only. And the one in front may be there by luck, as
# step 7 will show. So the front-runner meets the baseline once more, on 2,000 **other** digits that
# had no part in choosing it, with ten folds. This is a single comparison, planned beforehand, so
# its threshold is 0.05. It takes about another minute.

# %% experiment=true
front_runner = max(others, key=lambda row: row["mean"])["name"]
finalists = {"baseline": {}, front_runner: configurations[front_runner]}
final_rows = compare(finalists, images[to_confirm], labels[to_confirm], k=10, epochs=5, seed=1)

# %% experiment=true
final_baseline, final_row = list(final_rows)
report(final_row, final_baseline, len(to_confirm), threshold=0.05)
plot_comparison(final_rows)
plt.show()

# %% [markdown]
# ### My result
#
# Write down what you found.
#
# - Digits used to choose and to confirm, folds and epochs: …
# - Baseline, mean ± standard deviation over the folds: …
# - Each configuration, mean ± standard deviation, difference from the baseline, t and p: …
# - The front-runner on other digits: difference, t and p: …
# - What I expected, and what came: …
# - What these folds cannot tell apart: …

# %% [markdown] question="hyperparameters-observed" points=3
# **Change some hyperparameters and observe the performance. What did you change, and what
# happened?**
#
# Take at least two changes, one at a time. For each: the value before and after, what you expected
# and why, what came out (mean, spread, number of folds and digits), and whether the folds can show
# a difference. Five to eight sentences.
#
# ### BEGIN MARK SCHEME
# - 1 point: at least two hyperparameters, each changed alone, with the value before and after, and
#   an expectation with a reason. A wrong expectation costs nothing.
# - 1 point: the results as measured: mean and spread over the folds, with the number of folds, of
#   digits and of epochs. They agree with the outputs of the notebook.
# - 1 point: each result is read by the test or by the spread, not by the sign of the difference,
#   and a surprise is explained plausibly. Examples: dropout makes a network that has hardly learned
#   yet learn more slowly, so after five epochs it does not help; a larger learning rate gets
#   further in the same number of steps; batch normalization's moving averages need some hundred
#   steps until they fit. "No difference that these folds can show" is a full answer.
# ### END MARK SCHEME

# %% [markdown]
# ## 7 · More settings, better model?
#
# **A misconception: "the more settings I try, the better my model becomes."** The best *score* does
# get better with every try. Here are twenty configurations that differ in nothing: each of them
# tells 90 of 100 digits rightly. They are scored on five folds of 240 digits, and the best is kept.
#
# **Predict before you run.** What is the mean score of the winner, and what will it score on new
# digits?
#
# My prediction: …

# %%
rng = np.random.default_rng(1)
tries, true_accuracy, digits_per_fold = 20, 0.90, 240
fold_scores = rng.binomial(digits_per_fold, true_accuracy, (tries, 5)) / digits_per_fold
winner = fold_scores.mean(axis=1).argmax()
again = rng.binomial(digits_per_fold, true_accuracy, 5) / digits_per_fold
print(f"the first configuration:   {fold_scores[0].mean():.4f}")
print(f"the best of {tries}:            {fold_scores[winner].mean():.4f}")
print(f"the winner on new digits:  {again.mean():.4f}")

# %% [markdown]
# The winner was lucky, and luck does not come along to new digits. So a score by which something
# was chosen is too high for what was chosen. That holds for the folds, and it holds for the test
# set as soon as anything is chosen by it. Therefore: choose on the folds, try few things, and keep
# the test set for one single measurement at the very end, which section 09 makes.

# %% [markdown] question="improved-against-baseline" points=3
# **Note the difference in performance between the baseline model and your improved model.**
#
# Name your improved model and say how you chose it. Give the difference with its sign, in
# percentage points, with t, p, the number of folds and of digits. Say what the improvement costs.
# Then say what this comparison does not show. If none of your configurations is better, say so and
# what you would do next. Four to seven sentences.
#
# ### BEGIN MARK SCHEME
# - 1 point: the difference with sign and unit, and t, p, K and the number of digits; they agree
#   with the outputs. Percent and percentage points are not mixed up.
# - 1 point: the conclusion follows from the numbers, with the number of comparisons in mind. An
#   honest "no difference that these folds can show" earns the point; "better" for a larger mean
#   alone does not.
# - 1 point: a cost (parameters, time, another setting to choose) and a limit. Good limits: the
#   score of a configuration chosen on these folds is too high; a small sample and few epochs say
#   little about the full set and longer training; the folds overlap; the test set has not been
#   used, and must not have been.
# ### END MARK SCHEME

# %% [markdown]
# ## What to take away
#
# - Change one thing at a time, and say what you expect before you look.
# - Compare on the same folds; then the folds' difficulty cancels out.
# - Folds share training images, so the usual t-test finds gains that are not there. The corrected
#   one is stricter.
# - A large p does not say "equal", and every further comparison raises the bar for all.
# - A score by which something was chosen is too high. The test set is measured once, at the end.
