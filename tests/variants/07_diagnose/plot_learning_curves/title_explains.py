"""Folds by color, kinds by line style, told in the title."""


def plot_learning_curves(histories):
    for number, name in enumerate(("loss", "accuracy")):
        plt.subplot(1, 2, number + 1)
        for i, history in enumerate(histories):
            x = range(1, len(history[name]) + 1)
            plt.plot(x, history[name], f"C{i}-", label=f"fold {i + 1}")
            plt.plot(x, history[f"val_{name}"], f"C{i}--")
        plt.ylabel(name)
        plt.xlabel("epoch")
        plt.legend()
    plt.suptitle("solid lines: training, dashed lines: held out")
