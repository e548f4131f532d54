"""The function of keras.saving."""


def save_final(model, path):
    keras.saving.save_model(model, path, overwrite=True)
