"""Object-oriented: a row of the grid for each fold, and a legend made of lines that stand nowhere."""

from matplotlib.gridspec import GridSpec
from matplotlib.lines import Line2D

COLOURS = {"train": "tab:blue", "test": "tab:orange"}


class Curves:
    def __init__(self, histories):
        self.histories = histories
        self.figure = plt.figure(figsize=(8, 2.5 * len(histories)))
        self.grid = GridSpec(len(histories), 2, figure=self.figure)

    def draw(self):
        key = [Line2D([], [], color=colour, label=name) for name, colour in COLOURS.items()]
        for row, history in enumerate(self.histories):
            for column, measure in enumerate(("loss", "accuracy")):
                ax = self.figure.add_subplot(self.grid[row, column])
                for name, colour in zip((measure, "val_" + measure), COLOURS.values(), strict=True):
                    ax.plot(np.arange(1, len(history[name]) + 1), history[name], c=colour, lw=2)
                ax.set_ylabel(f"{measure} (fold {row + 1})")
                ax.set_xlabel("epoch")
                ax.legend(handles=key)
        return self.figure


def plot_learning_curves(histories):
    return Curves(histories).draw()
