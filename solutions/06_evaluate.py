# %% [markdown]
# # 06 · Evaluate
#
# Section IV of the brief. About 75 minutes: three functions, one plot, two questions and two
# experiments. The lesson of the same name explains each step; read it beside this notebook.
#
# When you are through you can
#
# - cut a training set into folds so that every digit is held out once and every class keeps its
#   share
# - train a fresh model for each fold, and score it on digits that it has never seen
# - report an accuracy with its spread, and say what that spread does not tell
# - choose the number of folds, and give reasons
#
# Each exercise is one small function. Write it in place of `raise NotImplementedError()`, run its
# cell, then run the `check` below it. A check tells you what it found. If you are stuck, `hint`
# helps in three steps, as in `hint("stratified_folds", 1)`.

# %% locked=true
import time

import keras
import matplotlib.pyplot as plt
import numpy as np

from course import check, hint, load_mnist, small_cnn
from course.plots import use_course_style

use_course_style()
(x_train, y_train), (x_test, y_test) = load_mnist()
print(f"Train: X = {x_train.shape}, y = {y_train.shape}")

# The folds are cut from 4,000 training digits, prepared as in section 04. Of the full set these are
# its first ones; without it they are all there are. The test set stays where it is.
digits = x_train[:4_000, :, :, np.newaxis].astype("float32") / 255
digit_labels = y_train[:4_000].astype("int64")

# %% [markdown]
# ## 1 · A score is one draw
#
# You hold out 800 of 4,000 digits, train on the rest, and measure the accuracy on the 800. A friend
# does the same with another 800. The two of you will not find the same number.
#
# **Predict before you run.** A thousand friends each hold out one random part of 800 digits and
# report its accuracy. A thousand others each measure five parts and report the mean. Which reports
# differ more from one another, and by how much: equal, twice, five times?
#
# My prediction: …
#
# The cell below imagines it: a network that reads 95% of all digits in the world, and parts of 800
# that are drawn by chance.

# %%
friends = np.random.default_rng(0)
accuracies = friends.binomial(800, 0.95, size=(1_000, 5)) / 800
for name, reports in (("one part", accuracies[:, 0]), ("mean of five", accuracies.mean(axis=1))):
    print(f"{name:13s} from {reports.min():.2%} to {reports.max():.2%}, std {reports.std():.2%}")

# %% [markdown]
# <details><summary>Why it came out so</summary>
#
# The reports of one part spread over several points, although the network is the same for all. The
# means of five spread about √5 = 2.2 times less, since what is too high in one part is too low in
# another. Five parts also show *how much* they differ, and one part alone shows nothing of it.
#
# The cell flatters five parts a little. Real folds are scored by five networks whose training
# digits overlap, so their errors go together, and the mean of five gains less than that.
# </details>

# %% [markdown]
# ## 2 · Folds
#
# **K-fold cross-validation** cuts the digits into K parts of the same size, called *folds*. Each
# part is held out once: a model learns from the other K − 1 parts and is scored on this one. After
# K trainings every digit has been held out exactly once.
#
# Work with positions, 0 to N − 1, as in section 04. The folds are *stratified*: each class is dealt
# out as evenly as it can be. If a class has 23 digits and there are five folds, three folds get 5
# of them and two get 4.


# %% exercise="stratified_folds"
def stratified_folds(labels, k, seed):
    """Cut positions into k stratified folds, and pair each with all positions outside it.

    Args:
        labels: integers (N,), the classes. Left as they are.
        k: the number of folds, at least 2.
        seed: an integer. The same seed gives the same folds, another seed other ones. The random
            numbers come from a generator of their own: whatever else draws random numbers in this
            notebook is not affected.

    Returns:
        A list of k pairs (train_index, validation_index) of integer positions. Every position from
        0 to N - 1 is in exactly one validation_index; the train_index beside it holds all others.
        Of a class with n digits, each validation_index holds n / k, rounded down or up. The order
        of the positions is yours to choose, and so is the order of the folds.

    Raises:
        ValueError: k is smaller than 2.

    Example:
        For the labels [7, 7, 7, 7, 1, 1] and k=2, every fold validates on two 7s and one 1, such as
        [([1, 2, 5], [0, 3, 4]), ([0, 3, 4], [1, 2, 5])].
    """
    ### BEGIN SOLUTION
    if k < 2:
        raise ValueError(f"k is {k}; cross-validation needs at least 2 folds")
    labels = np.asarray(labels)
    rng = np.random.default_rng(seed)
    fold_of = np.empty(len(labels), dtype=int)
    dealt = 0
    for digit in np.unique(labels):
        positions = rng.permutation(np.flatnonzero(labels == digit))
        # Each class goes on where the last one ended, so that the folds are of one size, too.
        fold_of[positions] = (dealt + np.arange(len(positions))) % k
        dealt += len(positions)
    return [(np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)) for fold in range(k)]
    ### END SOLUTION


# %% check="stratified_folds"
check("stratified_folds")

# %% [markdown]
# Look at your folds. Each row is one of five; the columns count the digits 0 to 9 that it holds
# out.

# %%
for train_index, validation_index in stratified_folds(digit_labels, k=5, seed=0):
    print(len(train_index), "learn,", len(validation_index), "are held out:", end=" ")
    print(np.bincount(digit_labels[validation_index], minlength=10))

# %% [markdown]
# ## 3 · Cross-validate
#
# One step is missing from the recipe, and it is the one most often forgotten: each fold needs a
# **fresh model**. A second call of `fit` goes on from the weights that it finds. A model that goes
# on from fold 1 to fold 2 has learned from the digits that fold 2 holds out.
#
# So the function below is not given a model. It is given a function that builds one, and calls it
# as often as it needs to.


# %% exercise="cross_validate"
def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    """Score a kind of model by k-fold cross-validation.

    For each of k stratified folds a fresh model is trained on the digits outside the fold, for
    exactly `epochs` epochs, and scored on the digits inside it. You may use your `stratified_folds`
    or scikit-learn's folds. (The check puts sound folds in the place of `stratified_folds`, so you
    can go on here before yours are right.)

    Args:
        build_model: a function without arguments that returns a new compiled Keras model with
            accuracy among its metrics, such as `small_cnn`.
        images: prepared images, float32 (N, 28, 28, 1). Left as they are.
        labels: integers (N,). Left as they are.
        k: the number of folds.
        epochs: how many times each model sees its training digits.
        seed: decides the folds, as in `stratified_folds`.

    Returns:
        (scores, histories), fold by fold in one order:

        - scores: k floats, each the accuracy on the held-out digits, 0 to 1, after the last epoch.
        - histories: a list of k dictionaries, each the `history` of that fold's training: the name
          of a loss or metric, and a list with one value for each epoch. Section 07 draws them, and
          wants the held-out values too, so hand the fold to `fit` as `validation_data`.

    Example:
        >>> scores, histories = cross_validate(small_cnn, digits, digit_labels, k=3, epochs=2)
        >>> len(scores), len(histories), len(histories[0]["val_accuracy"])
        (3, 3, 2)
    """
    ### BEGIN SOLUTION
    scores, histories = [], []
    for train_index, validation_index in stratified_folds(labels, k, seed):
        model = build_model()
        history = model.fit(
            images[train_index],
            labels[train_index],
            validation_data=(images[validation_index], labels[validation_index]),
            epochs=epochs,
            verbose=0,
        )
        histories.append(history.history)
        scores.append(history.history["val_accuracy"][-1])
    return scores, histories
    ### END SOLUTION


# %% check="cross_validate"
check("cross_validate")

# %% [markdown]
# Why the *last* epoch, and not the best? Whoever picks the best of five epochs by the held-out
# digits has used these digits to choose, and reports the luckiest of five draws. The same goes for
# the best fold. The number of epochs is settled before you look.

# %% [markdown]
# ## 4 · Sum up
#
# Two numbers are often mixed up. The **standard deviation** says how far single folds lie from one
# another; it does not shrink when there are more of them. The **standard error** says how far the
# *mean* is likely to lie from what it estimates, if the folds were independent; it shrinks with √K.
#
# The standard deviation of a sample divides by K − 1, not by K. One degree of freedom is spent on
# the mean, which was computed from the same scores. With five folds that makes a difference.


# %% exercise="summarize_scores"
def summarize_scores(scores):
    """Sum up the scores of k folds.

    Args:
        scores: k floats, k at least 2; a list or an array. Left as they are.

    Returns:
        A dictionary of three floats (more keys do no harm):

        - "mean": of the scores.
        - "std": their standard deviation, that of a sample: it divides by k - 1.
        - "standard_error": of the mean, std divided by the square root of k.

    Example:
        >>> summarize_scores([0.90, 0.94, 0.92, 0.96])
        {"mean": 0.93, "std": 0.02581..., "standard_error": 0.01290...}
    """
    ### BEGIN SOLUTION
    deviation = np.std(scores, ddof=1)
    return {
        "mean": float(np.mean(scores)),
        "std": float(deviation),
        "standard_error": float(deviation / np.sqrt(len(scores))),
    }
    ### END SOLUTION


# %% check="summarize_scores"
check("summarize_scores")

# %% [markdown]
# ## 5 · Draw every fold
#
# A mean and a spread hide how the scores lie: five folds alike, or four alike and one far off? With
# so few numbers you can draw them all.


# %% exercise="plot_fold_scores"
def plot_fold_scores(scores):
    """Draw the accuracy of every fold on one set of axes.

    Each fold is one bar or one point, or one point beside a box. All of them lie within the limits
    of the axes. Both axes have a label, and there is a title. Anything more, such as a line at the
    mean, is up to you.

    Args:
        scores: k floats from 0 to 1, in the order of the folds; a list or an array. Left as they
            are. You may draw them as they are or in percent.

    Returns:
        Nothing needed; a figure or axes do no harm.

    Example:
        `plot_fold_scores([0.90, 0.94, 0.92])` draws three points or bars, at 0.90, 0.94 and 0.92.
    """
    ### BEGIN SOLUTION
    _, axes = plt.subplots(figsize=(5, 3))
    folds = np.arange(1, len(scores) + 1)
    axes.plot(folds, scores, "o")
    axes.axhline(np.mean(scores), linestyle="--", linewidth=1, label="mean")
    axes.set(title="Accuracy by fold", xlabel="fold", ylabel="held-out accuracy", xticks=folds)
    axes.legend()
    ### END SOLUTION


# %% check="plot_fold_scores"
check("plot_fold_scores")

# %% [markdown]
# ## 6 · Experiment: evaluate the baseline
#
# Now do what the brief asks: evaluate a model with folds, and note its accuracy. `small_cnn` stands
# for your baseline here, since it trains in seconds. You may put in the one that you built in
# section 05. The cells of this part run at home only and are not graded.
#
# **Predict before you run.** Five folds of 800 digits, three epochs each. How far apart will the
# best and the worst fold be, in percentage points?
#
# My prediction: …


# %% experiment=true
def evaluated(k, seed=0):
    """Cross-validate small_cnn with k folds; return scores, histories and the seconds it took."""

    def build_and_say_so():
        print("another model", end=", ", flush=True)
        return small_cnn()

    keras.utils.set_random_seed(seed)
    print(f"K = {k}:", end=" ", flush=True)
    start = time.perf_counter()
    scores, histories = cross_validate(
        build_and_say_so, digits, digit_labels, k, epochs=3, seed=seed
    )
    seconds = time.perf_counter() - start
    print(f"done in {seconds:.0f} seconds")
    return scores, histories, seconds


results = {5: evaluated(5)}
scores, histories, _ = results[5]
summary = summarize_scores(scores)
plot_fold_scores(scores)
plt.show()
print("folds:", ", ".join(f"{score:.2%}" for score in scores))
print(f"mean {summary['mean']:.2%}, standard deviation {summary['std']:.2%}", end=", ")
print(f"standard error {summary['standard_error']:.2%}")

# %% [markdown]
# How much of that spread is the model's? Even one unchanging network would score differently on
# different parts of 800 digits. That share is known in advance: the standard deviation of an
# accuracy p on n digits is √(p(1 − p)/n).

# %% experiment=true
sampling = np.sqrt(summary["mean"] * (1 - summary["mean"]) / (len(digits) / 5))
print(f"Sampling alone would give a standard deviation of {sampling:.2%}.")
print(f"These five folds have {summary['std']:.2%}.")

# %% [markdown]
# If the two are alike, then the folds show little besides the luck of the draw, and no difference
# between folds needs an explanation.

# %% [markdown]
# ## 7 · Experiment: three, five or ten folds?
#
# More folds mean more digits to learn from in each training, more trainings, and fewer digits in
# each held-out part.
#
# **Predict before you run.** From K = 3 to K = 10: does the mean rise or fall? Do single folds lie
# closer together or further apart? How many times as long does it take?
#
# My prediction: …

# %% experiment=true
for k in (3, 10):
    results[k] = evaluated(k)

print("\n K   learns from   held out     mean      std   seconds")
for k, (fold_scores, _, seconds) in sorted(results.items()):
    found = summarize_scores(fold_scores)
    held_out = len(digits) / k
    print(f"{k:2d} {len(digits) - held_out:13,.0f} {held_out:10,.0f}", end=" ")
    print(f"{found['mean']:8.2%} {found['std']:8.2%} {seconds:9.0f}")

# %% experiment=true
_, (score_axes, cost_axes) = plt.subplots(1, 2, figsize=(9, 3.4))
for place, (k, (fold_scores, _, seconds)) in enumerate(sorted(results.items())):
    score_axes.plot([place] * k, fold_scores, "o", color="C0", alpha=0.6)
    score_axes.plot([place - 0.2, place + 0.2], [np.mean(fold_scores)] * 2, color="C1")
    cost_axes.bar(place, seconds, color="C2")
for axes in (score_axes, cost_axes):
    axes.set(xlabel="number of folds K", xticks=range(3), xticklabels=["3", "5", "10"])
score_axes.set(title="Every fold, and their mean", ylabel="held-out accuracy")
cost_axes.set(title="What it costs", ylabel="seconds")
plt.show()

# %% [markdown]
# Compare the table with your prediction. The cost follows from arithmetic: K trainings on a share
# of (K − 1)/K make K − 1 passes over all digits, so 10 folds take 9/2 = 4.5 times as long as 3,
# besides what it takes to set a model up. Single folds tend to lie further apart when each holds
# fewer digits. The mean tends to rise a little, since each model learns from more digits; whether
# you can see that here depends on luck.

# %% [markdown]
# ### My result
#
# | K | mean | standard deviation | standard error | seconds |
# |---|---|---|---|---|
# | 3 | | | | |
# | 5 | | | | |
# | 10 | | | | |
#
# - Digits and epochs used, and which model: …
# - The accuracy of my baseline, as I would report it, with its spread and what that spread is: …
# - What I predicted wrongly, and why: …

# %% [markdown] question="other-validation" points=3
# **Question: it is recommended to use K-folds to evaluate your model. What other validation process
# could you employ?** (3 points)
#
# Name two. For each say how it uses the digits, and one advantage or disadvantage against K-fold
# cross-validation, here or in general. Then say for which one you would give up K-fold if you had
# all 60,000 digits, or why you would not. Five to eight sentences.
#
# ### BEGIN MARK SCHEME
# - 1 point: a first other process, described rightly with one point for or against it.
# - 1 point: a second one, likewise. Good ones: a single stratified hold-out (one training; the
#   score depends on one draw, and shows no spread); repeated random hold-outs or shuffle-split
#   (as many as one likes, of any size; digits may be held out several times or never); repeated
#   K-fold (averages over the cut, costs a multiple); leave-one-out (nearly all digits to learn
#   from; N trainings, each scored on one digit); bootstrap and out-of-bag (draws with replacement,
#   each holds out about 37%); nested cross-validation (needed where folds also choose settings);
#   grouped folds (by writer, where writers are known, since digits of one hand resemble each
#   other); the separate test set (once, at the end). Plain K-fold without strata counts only with
#   the reason why strata are better.
# - 1 point: a reasoned decision for 60,000 digits. A stratified 50,000/10,000 hold-out is
#   defensible: its sampling error is small already and it costs a fifth of five folds. So is
#   staying with K-fold: it shows the spread between trainings, too. The reason counts.
# - "Use the test set" as the process for choosing between models earns nothing for that point.
# ### END MARK SCHEME

# %% [markdown] question="best-k" points=3
# **Question: what would be the best value for K, and why, for this baseline model?** (3 points)
#
# Decide, and give reasons from your own experiment: what changes with K, what it costs, and what
# your numbers can and cannot show. Five to eight sentences.
#
# ### BEGIN MARK SCHEME
# - 1 point: what changes with K, rightly put: each model learns from (K − 1)/K of the digits, so a
#   small K makes the estimate pessimistic; each fold holds out N/K digits, so a large K makes
#   single fold scores noisier; K trainings are needed.
# - 1 point: a choice with reasons from the learner's own numbers (means, spreads, seconds). 5 or 10
#   are usual choices (Kohavi, 1995, recommends stratified 10-fold for choosing between models); 3
#   may be defended by cost. That the three means lie within each other's spread, so that K hardly
#   matters for the number here and cost decides, is a very good answer.
# - 1 point: a limit. Any of these: folds share training digits, so their scores are not independent
#   and there is no unbiased estimate of the spread of a K-fold mean (Bengio and Grandvalet, 2004);
#   mean ± std is no confidence interval; a smaller standard error at K = 10 is no proof of a better
#   estimate; another seed would give other numbers; with more digits, fewer folds do.
# - A number alone, or "10 because it is standard", earns nothing.
# ### END MARK SCHEME

# %% [markdown]
# ### Two misconceptions
#
# *"K-fold cross-validation gives me the final model."* It gives K models, each trained on a part of
# the digits, and all of them can be thrown away. What it gives is a number: how well models built
# *in this way* do. The final model is trained afterwards, on all training digits.
#
# *"Mean ± standard deviation is a confidence interval."* It describes where single folds lie. The
# standard error would come closer, but it takes the folds for independent, and any two of five
# folds share three quarters of the digits that they learn from. It has been proved that no unbiased
# estimate of that spread can be computed from the folds alone. So report the folds, the mean and
# the standard deviation, say what they are, and compare models on the same folds, as section 08
# does.

# %% [markdown]
# ## What to take away
#
# - One held-out part gives one draw. Folds give K of them, and each digit is held out once.
# - Each fold needs a fresh model; the score is that of the last epoch, on digits never trained on.
# - Report the mean with the standard deviation of the folds (K − 1 in the denominator), and K.
# - A spread that sampling alone explains needs no other explanation.
# - 5 or 10 folds serve most purposes; with very many digits a single stratified split may do.
