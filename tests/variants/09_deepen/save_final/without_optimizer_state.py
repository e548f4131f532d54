"""Compiles a copy anew, so that the optimizer's state takes no room."""


def save_final(model, path):
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    copy.compile(optimizer="adam", loss=model.loss, metrics=["accuracy"])
    copy.save(str(path), zipped=True)
