"""A figure for each of the four, points and lines, closed at the end."""


def plot_learning_curves(histories):
    for key in ("loss", "val_loss", "accuracy", "val_accuracy"):
        plt.figure()
        for history in histories:
            epochs = np.arange(1, len(history[key]) + 1)
            plt.scatter(epochs, history[key])
            plt.plot(epochs, history[key], linewidth=0.5)
        plt.title(key)
        plt.xlabel("epoch")
        plt.show()
        plt.close()
