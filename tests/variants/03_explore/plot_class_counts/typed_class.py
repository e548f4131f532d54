"""Over-careful: a small class with type hints that keeps its own figure."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure


class CountsChart:
    digits = tuple(range(10))

    def __init__(self, counts: np.ndarray) -> None:
        if np.shape(counts) != (10,):
            raise ValueError("expected ten counts")
        self._counts = np.array(counts)
        self.figure: Figure = plt.figure()
        self.axes: Axes = self.figure.add_subplot(1, 1, 1)

    def draw(self) -> Figure:
        self.axes.bar(x=self.digits, height=self._counts, width=0.6, tick_label=self.digits)
        self.axes.axhline(self._counts.mean(), linestyle="--", color="gray", label="mean")
        self.axes.set_xlabel("Digit (class)")
        self.axes.set_ylabel("Number of examples")
        self.axes.set_title("Examples of each class")
        self.axes.legend(loc="lower right")
        return self.figure


def plot_class_counts(counts: np.ndarray) -> Figure:
    return CountsChart(counts).draw()
