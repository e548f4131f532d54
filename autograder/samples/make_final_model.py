"""Makes `final_model.keras`, the file that stands in for a learner's own in tests and the demo.

Run by hand, `python -m autograder.samples.make_final_model`: it takes a minute or two on two
cores, and other machines give other last digits. The network is trained on the 4,000 offline
training digits, as they are.
"""

from pathlib import Path

import numpy as np

from course.data import load_sample

FILE = Path(__file__).parent / "final_model.keras"
_SEED = 9
_EPOCHS = 15


def main() -> None:
    """Train the network, say how it does on the test digits, and save it."""
    import keras
    from keras import layers

    keras.utils.set_random_seed(_SEED)
    (train_images, train_labels), (test_images, test_labels) = load_sample()
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(16, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(48, 3, activation="relu"),
            layers.GlobalMaxPooling2D(),
            layers.Dense(10, activation="softmax"),
        ]
    )

    def compile_anew() -> None:
        model.compile(
            keras.optimizers.Adam(0.002), "sparse_categorical_crossentropy", metrics=["accuracy"]
        )

    def prepared(images: np.ndarray) -> np.ndarray:
        return images[..., np.newaxis].astype("float32") / 255

    compile_anew()
    model.fit(
        prepared(train_images), train_labels.astype(int), 32, _EPOCHS, verbose=2, shuffle=True
    )
    # A fresh optimizer has no state yet, which would be two thirds of the file.
    compile_anew()
    _, accuracy = model.evaluate(prepared(test_images), test_labels.astype(int), verbose=0)
    model.save(FILE)
    print(
        f"{FILE.name}: {model.count_params():,} parameters, {FILE.stat().st_size:,} bytes, "
        f"{accuracy:.1%} of {len(test_labels):,} test digits"
    )


if __name__ == "__main__":
    main()
