"""No legend: the words stand at the right end of each line; the loss has a logarithmic axis."""


def plot_learning_curves(histories):
    for fold, history in enumerate(histories, start=1):
        _, (above, below) = plt.subplots(2, 1, figsize=(6, 6))
        above.set_yscale("log")
        for ax, what in ((above, "loss"), (below, "accuracy")):
            for key, words in ((what, "training"), ("val_" + what, "validation")):
                values = history[key]
                epochs = [epoch + 1 for epoch in range(len(values))]
                ax.plot(epochs, values, "o-")
                ax.annotate(
                    words, (epochs[-1], values[-1]), xytext=(5, 0), textcoords="offset points"
                )
            ax.set(xlabel="number of the epoch", ylabel=what, title=f"Fold {fold}: {what}")
