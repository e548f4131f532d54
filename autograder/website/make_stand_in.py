"""Train a small network for the site's *draw a digit*, until the final model takes its place.

    MNIST_PATH=... python -m autograder.website.make_stand_in

It is trained on the 60,000 training digits and never sees a test digit. Some minutes on two cores;
other machines give other last digits. Then export it: `python -m autograder.website.export_model`.
"""

import json
from typing import Any

import numpy as np

from autograder.website.export_model import MODEL
from course.data import load_mnist

_SEED = 5
_EPOCHS = 3
_BATCH = 128


def main() -> None:
    """Train the network, save it, and say beside it what the page tells about it."""
    import keras
    from keras import layers

    (images, labels), _ = load_mnist()
    keras.utils.set_random_seed(_SEED)
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            *_block(16, window=5, strides=2),
            *_block(32),
            layers.MaxPooling2D(2),
            *_block(64),
            layers.GlobalAveragePooling2D(),
            layers.Dense(10, activation="softmax"),
        ],
        name="stand_in",
    )
    steps = _EPOCHS * -(-len(images) // _BATCH)
    model.compile(
        keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.003, steps)),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    prepared = images[..., np.newaxis].astype("float32") / 255
    model.fit(prepared, labels.astype(int), _BATCH, _EPOCHS, verbose=2)
    model.compile()  # the optimizer's state would be two thirds of the file
    model.save(MODEL)
    told = {"title": "a small stand-in for the final model", "training_images": len(images)}
    MODEL.with_suffix(".json").write_text(json.dumps(told) + "\n", encoding="utf-8")
    print(f"{MODEL.name}: {model.count_params():,} parameters, {MODEL.stat().st_size:,} bytes")


def _block(filters: int, window: int = 3, strides: int = 1) -> list[Any]:
    """Return a convolution, batch normalization and ReLU."""
    from keras import layers

    return [
        layers.Conv2D(filters, window, strides, padding="same", use_bias=False),
        layers.BatchNormalization(),
        layers.ReLU(),
    ]


if __name__ == "__main__":
    main()
