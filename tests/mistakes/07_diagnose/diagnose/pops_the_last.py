"""The last values are taken out of the lists.

loses: 1
told: A diagnosis only looks
"""


def diagnose(history, target=0.95):
    lowest, at_best = min(zip(history["val_loss"], history["loss"]))
    accuracy, val_accuracy = history["accuracy"].pop(), history["val_accuracy"].pop()
    loss, val_loss = history["loss"].pop(), history["val_loss"].pop()
    if accuracy - val_accuracy > 0.05 or (val_loss > 1.1 * lowest and loss < at_best):
        return "overfitting"
    return "underfitting" if accuracy < target else "good fit"
