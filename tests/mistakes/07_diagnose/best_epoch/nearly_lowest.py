"""Takes the first epoch whose val_loss is close to the lowest one.

loses: 1
told: There val_loss is nearly the lowest
"""


def best_epoch(history):
    v = np.array(history["val_loss"])
    return int(np.argmax(np.isclose(v, v.min(), rtol=0.01))) + 1
