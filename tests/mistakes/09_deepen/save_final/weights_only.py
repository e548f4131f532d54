"""Only the weights, under a name of their own.

loses: 2
told: Only weights were written
"""


def save_final(model, path):
    model.save_weights(str(path).removesuffix(".keras") + ".weights.h5")
