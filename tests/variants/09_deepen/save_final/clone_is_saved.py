"""Saves a copy: a clone with the same weights, compiled from the plan of the original's compilation."""


def save_final(model, path):
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    copy.compile_from_config(model.get_compile_config())
    keras.models.save_model(copy, path, overwrite=True)
