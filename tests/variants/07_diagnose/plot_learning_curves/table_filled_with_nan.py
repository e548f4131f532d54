"""A table with a column for each fold, filled up with NaN; proxies for the legend."""


def plot_learning_curves(histories):
    longest = max(len(history["loss"]) for history in histories)
    _, axes = plt.subplots(1, 2)
    for ax, name in zip(axes, ("loss", "accuracy")):
        for key, style, word in ((name, "-", "fit"), ("val_" + name, "--", "held out")):
            table = np.full((longest, len(histories)), np.nan)
            for i, history in enumerate(histories):
                table[: len(history[key]), i] = history[key]
            ax.plot(np.arange(1, longest + 1), table, style, color="black")
            ax.plot([], [], style, color="black", label=word)
        ax.set(title=name, xlabel="epoch")
        ax.legend()
