"""Over-careful: writes into a temporary folder, loads it once as a trial, then moves it into place."""

import shutil
import tempfile
from pathlib import Path


def save_final(model: keras.Model, path: str | Path) -> None:
    target = Path(path)
    if target.suffix != ".keras":
        raise ValueError(f"{target.name} has to end in .keras.")
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / "trial.keras"
        model.save(trial)
        keras.saving.load_model(trial)
        shutil.copyfile(trial, target)
