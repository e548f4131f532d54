"""Loads without compiling, then compiles from the plan that stands in the file."""

import json
import zipfile


def load_final(path):
    model = keras.saving.load_model(path, compile=False)
    with zipfile.ZipFile(path) as archive:
        plan = json.loads(archive.read("config.json"))
    model.compile_from_config(plan["compile_config"])
    return model
