"""A name that stands in the code.

loses: 2
told: looked for another file
"""


def load_final(path):
    return keras.saving.load_model("final_model.keras")
