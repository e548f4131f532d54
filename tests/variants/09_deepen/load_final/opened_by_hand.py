"""Opens the archive: the plan is deserialized, and the weights are read from a file beside it."""

import json
import tempfile
import zipfile
from pathlib import Path


def load_final(path):
    with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
        plan = json.loads(archive.read("config.json"))
        weights = Path(archive.extract("model.weights.h5", folder))
        model = keras.saving.deserialize_keras_object(plan)
        model.load_weights(weights)
    return model
