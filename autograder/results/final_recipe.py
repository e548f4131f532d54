"""The final model: a small network, and how it is trained so that few parameters go a long way.

The recipe is chosen on a hold-out of the training images, and fixed before a test score is seen;
`search` runs a trial, and trials are recorded in ``records/search.jsonl``. Three things carry it:

- The network computes little where maps are large: 16 filters on all pixels, then a stride that
  halves the map, and most of the parameters where the map is 6 × 6.
- In each epoch each digit is bent, turned, sheared, scaled and shifted anew, as other hands might
  have written it. Nothing of that is in the saved model, which takes images as they are.
- The learning rate rises quickly and falls along half a cosine to 0, and the last epochs see
  digits that are nearly as they were written.

Keras is imported when a network is built.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]

SIDE = 28
CLASSES = 10
# Steps that TensorFlow takes at a time, without a word to Python between them: the same numbers,
# with less processor time.
STEPS_AT_A_TIME = 25


@dataclass(frozen=True)
class Distortion:
    """How far digits are distorted; every amount is drawn for each image and epoch.

    The amounts are those at which a person still reads every digit at a glance; a 6 that is turned
    by much more begins to look like a 4, and a shift by more than 2 leaves the frame.

    Attributes:
        angle: the largest rotation either way, in degrees.
        scale: the largest change of width and of height, each as a factor of exp(±scale).
        shear: the largest slant either way, pixels sideways for each pixel up.
        shift: the largest shift either way, in pixels.
        bend: standard deviation of the shifts in both directions at the knots of a grid, in
            pixels. Between the knots they pass smoothly into each other.
        knots: in a row of that grid. Fewer bend whole strokes, more make them tremble.
    """

    angle: float = 12.0
    scale: float = 0.1
    shear: float = 0.15
    shift: float = 2.0
    bend: float = 1.0
    knots: int = 7


@dataclass(frozen=True)
class Recipe:
    """All that is chosen about the network and its training, as plain data.

    Attributes:
        convolutions: in order ``(filters, window, stride, padding)``.
        epochs: training may take 20 minutes on two cores. This many took a quarter of an hour
            there, and beat 25 on the hold-out.
        batch_size: images in a step.
        peak_rate: the highest learning rate of AdamW. Batch normalization bears a large one.
        warmup: the share of all steps in which the learning rate rises to it.
        weight_decay: of convolutions and of the dense layer, decoupled from the gradient.
        smoothing: of labels. Some are wrong or unreadable, and no answer should be quite sure.
        dropout: before the dense layer.
        memory: of batch normalization's running averages. 0.99 averages over about a hundred
            batches; the 0.999 that would be steadier lags behind in a short training.
        calm_share: the last share of the epochs, in which digits are distorted less.
        calm_strength: by how much less; 1 is no less.
        distortion: how digits are distorted before.
    """

    convolutions: Sequence[tuple[int, int, int, str]] = (
        (16, 3, 1, "valid"),  # 26 × 26
        (32, 4, 2, "valid"),  # 12 × 12
        (32, 3, 1, "same"),
        (64, 3, 2, "same"),  # 6 × 6
        (64, 3, 1, "same"),
        (64, 3, 1, "same"),
    )
    epochs: int = 45
    batch_size: int = 128
    peak_rate: float = 0.005
    warmup: float = 0.1
    weight_decay: float = 0.05
    smoothing: float = 0.1
    dropout: float = 0.0
    memory: float = 0.99
    calm_share: float = 0.2
    calm_strength: float = 0.3
    distortion: Distortion = field(default_factory=Distortion)

    @classmethod
    def of(cls, recipe: "Recipe | Mapping[str, Any]") -> "Recipe":
        """Return a recipe, also from the plain data that `dataclasses.asdict` made of one."""
        if isinstance(recipe, Recipe):
            return recipe
        return cls(**{**recipe, "distortion": Distortion(**recipe["distortion"])})


RECIPE = Recipe()
EPOCHS = RECIPE.epochs
BATCH_SIZE = RECIPE.batch_size


def build_final(recipe: Recipe | Mapping[str, Any] = RECIPE) -> Any:
    """Return the final network, untrained and compiled for integer labels.

    Each convolution is followed by batch normalization and ReLU, and has no bias, since the
    normalization's own takes its place. The last maps are averaged, so that few parameters are
    spent on the dense layer.

    Args:
        recipe: says which convolutions; may be plain data.

    Returns:
        A `keras.Sequential` for images float32 (N, 28, 28, 1) in [0, 1], which gives probabilities
        (N, 10).
    """
    import keras
    from keras import layers

    recipe = Recipe.of(recipe)
    model = keras.Sequential([layers.Input((SIDE, SIDE, 1))])
    for filters, window, stride, padding in recipe.convolutions:
        model.add(
            layers.Conv2D(
                filters,
                window,
                strides=stride,
                padding=padding,
                use_bias=False,
                kernel_initializer="he_normal",
            )
        )
        model.add(layers.BatchNormalization(momentum=recipe.memory))
        model.add(layers.ReLU())
    model.add(layers.GlobalAveragePooling2D())
    if recipe.dropout:
        model.add(layers.Dropout(recipe.dropout))
    model.add(layers.Dense(CLASSES, activation="softmax"))
    _compile_for_use(model)
    return model


def train_final(
    model: Any,
    images: FloatArray,
    labels: npt.NDArray[np.integer],
    *,
    epochs: int = EPOCHS,
    seed: int = 0,
    validation_data: tuple[FloatArray, npt.NDArray[np.integer]] | None = None,
    callbacks: Sequence[Any] = (),
    recipe: Recipe | Mapping[str, Any] = RECIPE,
) -> Any:
    """Train the network of `build_final` on all images that it is given.

    The weights at the end of the last epoch are the result: no epoch is picked by its score.
    Initial weights are drawn when the network is built, so call `keras.utils.set_random_seed`
    before that; order and distortion of the images follow from `seed` alone.

    Args:
        model: is trained in place, and left compiled as it was.
        images: float32 (N, 28, 28, 1) in [0, 1]. Left as they are.
        labels: integers (N,).
        epochs: the schedules of learning rate and distortion are stretched over them.
        seed: of the order of the images and of their distortion.
        validation_data: images and labels to score the network on after each epoch.
        callbacks: of Keras, for `fit`.
        recipe: everything else; may be plain data.

    Returns:
        The `keras.callbacks.History`.
    """
    import keras

    class Batches(DistortedBatches, keras.utils.PyDataset):
        """The same for Keras, which makes them ahead in a thread while the network trains."""

    recipe = Recipe.of(recipe)
    batches = Batches(images, labels, epochs, seed, recipe)
    model.compile(
        optimizer=_optimizer(len(batches) * epochs, recipe),
        loss=keras.losses.CategoricalCrossentropy(label_smoothing=recipe.smoothing),
        metrics=["accuracy"],
        steps_per_execution=STEPS_AT_A_TIME,
    )
    held_out = validation_data and (validation_data[0], _one_hot(validation_data[1]))
    history = model.fit(
        batches, epochs=epochs, validation_data=held_out, callbacks=list(callbacks), verbose=0
    )
    # The optimizer's state would be most of the saved file, and nobody trains on from here.
    _compile_for_use(model)
    return history


class DistortedBatches:
    """Batches of images in a new order and newly distorted in each epoch.

    What is in a batch follows from seed, epoch and index alone.
    """

    def __init__(
        self,
        images: FloatArray,
        labels: npt.NDArray[np.integer],
        epochs: int,
        seed: int,
        recipe: Recipe = RECIPE,
    ) -> None:
        super().__init__()
        self._images, self._labels = images, _one_hot(labels)
        self._epochs, self._seed, self._recipe = epochs, seed, recipe
        self._begin(0)

    def __len__(self) -> int:
        return -(-len(self._labels) // self._recipe.batch_size)

    def __getitem__(self, index: int) -> tuple[FloatArray, FloatArray]:
        size = self._recipe.batch_size
        chosen = self._order[index * size : (index + 1) * size]
        rng = np.random.default_rng((self._seed, self._epoch, index))
        distorted = distort(self._images[chosen], rng, self._recipe.distortion, self.strength)
        return distorted, self._labels[chosen]

    @property
    def strength(self) -> float:
        """How strongly digits are distorted in this epoch: 1, and less in the last ones."""
        calm = self._epoch >= self._epochs * (1 - self._recipe.calm_share)
        return self._recipe.calm_strength if calm else 1.0

    def on_epoch_end(self) -> None:
        """Go on to the next epoch."""
        self._begin(self._epoch + 1)

    def _begin(self, epoch: int) -> None:
        self._epoch = epoch
        self._order = np.random.default_rng((self._seed, epoch)).permutation(len(self._labels))


def distort(
    images: FloatArray,
    rng: np.random.Generator,
    distortion: Distortion = RECIPE.distortion,
    strength: float = 1.0,
) -> FloatArray:
    """Turn, scale, shear, shift and bend each image by amounts of its own.

    For each pixel of the new image it is computed where in the old one it comes from, and the four
    pixels around that point are mixed by how near they are. What comes from outside is black.

    Args:
        images: float32 (N, 28, 28, 1). Left as they are.
        rng: draws the amounts.
        distortion: how large they can be.
        strength: a factor for all of them.

    Returns:
        float32 (N, 28, 28, 1), no darker and no brighter than `images` and black.
    """
    number = len(images)
    x, y = _sources(number, rng, distortion, strength)
    # One black pixel before the image and two behind it, so that every point has four neighbors.
    row = SIDE + 3
    padded = np.zeros((number, row, row), np.float32)
    padded[:, 1:-2, 1:-2] = images[..., 0]
    pixels = padded.ravel()
    for coordinate in (x, y):
        coordinate += 1
        np.clip(coordinate, 0, SIDE + 1, out=coordinate)
    left, top = x.astype(np.int32), y.astype(np.int32)
    x -= left
    y -= top
    corner = top * row + left + (np.arange(number, dtype=np.int32) * row * row)[:, np.newaxis]
    above = _mix(pixels.take(corner), pixels[1:].take(corner), x)
    below = _mix(pixels[row:].take(corner), pixels[row + 1 :].take(corner), x)
    return _mix(above, below, y).reshape(number, SIDE, SIDE, 1)


def _sources(
    number: int, rng: np.random.Generator, distortion: Distortion, strength: float
) -> tuple[FloatArray, FloatArray]:
    """Return from which x and which y each pixel comes, each float32 (N, 784)."""

    def draw(most: float) -> FloatArray:
        return rng.uniform(-most * strength, most * strength, number).astype(np.float32)

    angle, shear = draw(np.deg2rad(distortion.angle)), draw(distortion.shear)
    width, height = np.exp(draw(distortion.scale)), np.exp(draw(distortion.scale))
    right, down = draw(distortion.shift), draw(distortion.shift)
    cos, sin = np.cos(angle), np.sin(angle)
    middle = (SIDE - 1) / 2
    from_middle = np.arange(SIDE, dtype=np.float32) - np.float32(middle)
    plane = np.stack(
        [np.tile(from_middle, SIDE), np.repeat(from_middle, SIDE), np.ones(SIDE**2, np.float32)]
    )
    to_x = np.stack([cos * width, cos * width * shear - sin * height, right], axis=1)
    to_y = np.stack([sin * width, sin * width * shear + cos * height, down], axis=1)
    at_knots = rng.standard_normal((2, number, distortion.knots, distortion.knots), np.float32)
    between = _spline(distortion.knots)
    bend = between @ (at_knots * np.float32(distortion.bend * strength)) @ between.T
    bend += np.float32(middle)
    return to_x @ plane + bend[0].reshape(number, -1), to_y @ plane + bend[1].reshape(number, -1)


def _spline(knots: int) -> FloatArray:
    """Return how much each knot counts at each pixel of a row, float32 (28, knots).

    These are cubic B-splines, evenly spaced, with one knot outside of the image on either side.
    """
    pixels = np.linspace(1, knots - 2, SIDE)
    far = np.abs(pixels[:, np.newaxis] - np.arange(knots))
    near = 2 / 3 - far**2 + far**3 / 2
    return np.where(far < 1, near, np.clip(2 - far, 0, None) ** 3 / 6).astype(np.float32)


def _mix(first: FloatArray, second: FloatArray, share: FloatArray) -> FloatArray:
    return first + (second - first) * share


def _optimizer(steps: int, recipe: Recipe) -> Any:
    import keras

    warmup = round(steps * recipe.warmup)
    rate = keras.optimizers.schedules.CosineDecay(
        recipe.peak_rate / 20,
        decay_steps=steps - warmup,
        warmup_target=recipe.peak_rate,
        warmup_steps=warmup,
    )
    optimizer = keras.optimizers.AdamW(rate, weight_decay=recipe.weight_decay)
    # Of batch normalization and of the dense layer: too few to learn by heart with.
    optimizer.exclude_from_weight_decay(var_names=["gamma", "beta", "bias"])
    return optimizer


def _compile_for_use(model: Any) -> None:
    """Compile it like every other model of the course: integer labels, loss and accuracy."""
    model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])


def _one_hot(labels: npt.NDArray[np.integer]) -> FloatArray:
    return np.eye(CLASSES, dtype=np.float32)[labels]
