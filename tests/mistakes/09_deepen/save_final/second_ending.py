"""Adds the ending once more.

loses: 2
told: There is no `trial.keras`, but `trial.keras.keras`
"""


def save_final(model, path):
    model.save(str(path) + ".keras")
