"""All folds on two axes, one color for a kind, labels at the first fold only."""


def plot_learning_curves(histories):
    fig, (left, right) = plt.subplots(1, 2, figsize=(10, 4))
    for i, history in enumerate(histories):
        left.plot(history["loss"], color="blue", label="train" if i == 0 else None)
        left.plot(history["val_loss"], color="orange", label="test" if i == 0 else None)
        right.plot(history["accuracy"], color="blue")
        right.plot(history["val_accuracy"], color="orange")
    left.set_title("Cross-entropy")
    right.set_title("Classification accuracy")
    left.set_xlabel("epoch")
    left.legend()
    plt.show()
