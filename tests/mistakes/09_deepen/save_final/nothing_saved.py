"""Asks for the config and does nothing with it.

loses: 2
told: Nothing was written
"""


def save_final(model, path):
    model.get_config()
    return path
