"""Every line labeled, in German."""


def plot_learning_curves(histories):
    _, axes = plt.subplots(1, 2)
    for number, history in enumerate(histories, 1):
        for ax, name, word in zip(axes, ("loss", "accuracy"), ("Verlust", "Genauigkeit")):
            ax.plot(history[name], label=f"Lernbilder {number}")
            ax.plot(history["val_" + name], ":", label=f"Prüfbilder {number}")
            ax.set(ylabel=word, xlabel="Epoche")
            ax.legend()
