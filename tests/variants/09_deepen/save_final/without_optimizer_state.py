"""Compiles a copy with a new optimizer of the same settings, so that its state takes no room."""


def save_final(model, path):
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    optimizer = type(model.optimizer).from_config(model.optimizer.get_config())
    copy.compile(optimizer=optimizer, loss=model.loss, metrics=["accuracy"])
    copy.save(str(path), zipped=True)
