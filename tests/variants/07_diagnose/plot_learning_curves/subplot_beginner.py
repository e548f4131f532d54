"""A beginner: plt.subplot, all folds on two axes, no epochs given, so that the axis begins at 0."""


def plot_learning_curves(histories):
    plt.figure(figsize=(10, 4))
    plt.subplot(1, 2, 1)
    for i, h in enumerate(histories):
        plt.plot(h["loss"], label="fold " + str(i + 1) + " train")
        plt.plot(h["val_loss"], "--", label="fold " + str(i + 1) + " validation")
    plt.title("Loss")
    plt.xlabel("Epoch")
    plt.legend()
    plt.subplot(1, 2, 2)
    for i, h in enumerate(histories):
        plt.plot(h["accuracy"], label="fold " + str(i + 1) + " train")
        plt.plot(h["val_accuracy"], "--", label="fold " + str(i + 1) + " validation")
    plt.title("Accuracy")
    plt.xlabel("Epoch")
    plt.legend()
