"""A name that stands in the code.

loses: 2
told: written to `final_model.keras` in the current folder
"""


def save_final(model, path):
    model.save("final_model.keras")
