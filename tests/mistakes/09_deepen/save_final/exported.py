"""Exports for serving.

loses: 2
told: is a folder now
"""


def save_final(model, path):
    export = keras.export.ExportArchive()
    export.track(model)
    export.add_endpoint(
        "serve", model.call, [keras.InputSpec(shape=(None, 28, 28, 1), dtype="float32")]
    )
    export.write_out(str(path), verbose=False)
