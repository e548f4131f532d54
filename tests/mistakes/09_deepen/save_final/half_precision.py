"""Rounds the weights to save space.

loses: 2
told: weights were rounded
"""


def save_final(model, path):
    copy = keras.models.clone_model(model)
    copy.set_weights([w.astype("float16").astype("float32") for w in model.get_weights()])
    copy.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    copy.save(path)
