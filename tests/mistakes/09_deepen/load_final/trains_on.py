"""Trains a little more after loading.

loses: 2
told: trained further, or rounded
"""


def load_final(path):
    model = keras.saving.load_model(path)
    model.fit(prepare(x_train[:32]), y_train[:32], verbose=0)
    return model
