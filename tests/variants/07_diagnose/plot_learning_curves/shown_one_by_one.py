"""The Keras way: pyplot's commands, a list for the legend, and show() between figures."""


def plot_learning_curves(histories):
    for name in ["accuracy", "loss"]:
        for history in histories:
            plt.plot(history[name], "b")
            plt.plot(history["val_" + name], "r")
        plt.title("model " + name)
        plt.ylabel(name)
        plt.xlabel("epoch")
        plt.legend(["train", "test"], loc="upper left")
        plt.show()
