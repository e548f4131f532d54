"""Two vertical axes for each fold, a legend of the figure by hand, percentages."""

from matplotlib.lines import Line2D


def plot_learning_curves(histories):
    figure, axes = plt.subplots(1, len(histories), squeeze=False)
    for ax, history in zip(axes[0], histories):
        other = ax.twinx()
        epochs = range(1, len(history["loss"]) + 1)
        ax.plot(epochs, history["loss"], "r-")
        ax.plot(epochs, history["val_loss"], "r:")
        other.plot(epochs, 100 * np.array(history["accuracy"]), "b-")
        other.plot(epochs, 100 * np.array(history["val_accuracy"]), "b:")
        ax.set_ylabel("loss (red)")
        other.set_ylabel("accuracy in % (blue)")
        ax.set_xlabel("epoch")
    styles = [Line2D([], [], color="gray", linestyle=style) for style in "-:"]
    figure.legend(styles, ["seen in training", "not seen"])
