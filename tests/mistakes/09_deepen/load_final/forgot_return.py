"""Loads and keeps it.

loses: 2
told: returned nothing (None)
"""


def load_final(path):
    model = keras.saving.load_model(path)
    model.summary(print_fn=lambda line: None)
