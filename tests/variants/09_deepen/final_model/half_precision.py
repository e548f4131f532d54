"""A network that computes in float16 and answers in float16, with its weights in half the space."""

from pathlib import Path


def _halved(file: Path) -> None:
    full = keras.saving.load_model(file)
    policy = keras.dtype_policies.DTypePolicy("float16")

    def as_half(layer: keras.layers.Layer) -> keras.layers.Layer:
        return layer.__class__.from_config({**layer.get_config(), "dtype": policy})

    half = keras.models.clone_model(full, clone_function=as_half)
    half.set_weights([weight.astype("float16") for weight in full.get_weights()])
    half.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    half.save(file)


def final_model() -> str:
    return Path("final_model.keras").name


_halved(Path(final_model()))
