"""Over-careful: asks whether the file is there, loads it safely, and tries it on one empty image."""

from pathlib import Path


def load_final(path: str | Path) -> keras.Model:
    file = Path(path).expanduser()
    if not file.is_file():
        raise FileNotFoundError(f"There is no file {file}.")
    model = keras.saving.load_model(file, custom_objects=None, compile=True, safe_mode=True)
    if not isinstance(model, keras.Model) or not model.compiled:
        raise TypeError(f"{file} holds no compiled model.")
    model(np.zeros((1, *model.input_shape[1:]), dtype="float32"), training=False)
    return model
