"""One legend for the whole figure, and the labels of the axes as labels of the figure."""


def plot_learning_curves(histories):
    fig = plt.figure(layout="constrained")
    loss, accuracy = fig.subplots(1, 2)
    for number, history in enumerate(histories):
        x = range(1, 1 + len(history["loss"]))
        for ax, key in ((loss, "loss"), (accuracy, "accuracy")):
            (training,) = ax.plot(x, history[key], color=f"C{number}", linestyle="-")
            (held_out,) = ax.plot(x, history[f"val_{key}"], color=f"C{number}", linestyle=":")
    loss.set_title("Loss of each fold")
    accuracy.set_title("Accuracy of each fold")
    fig.legend(
        [training, held_out], ["training images", "held-out images"], loc="outside upper center"
    )
    fig.supxlabel("epochs")
    return fig, (loss, accuracy)
