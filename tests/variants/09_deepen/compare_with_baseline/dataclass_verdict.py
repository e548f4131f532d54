"""Over-careful: checks its arguments, keeps the facts in a dataclass, derives the rest, gives a dict."""

from dataclasses import dataclass
from functools import cached_property

from numpy.typing import ArrayLike, NDArray


@dataclass
class Paired:
    differences: NDArray[np.float64]
    overlap: float

    @property
    def difference(self) -> float:
        return float(self.differences.mean())

    @property
    def t(self) -> float:
        if not np.any(self.differences):
            return 0.0
        variance = float(self.differences.var(ddof=1))
        with np.errstate(divide="ignore"):
            scale = np.sqrt(variance * (1 / len(self.differences) + self.overlap))
            return float(np.divide(self.difference, scale))

    @cached_property
    def p(self) -> float:
        return min(1.0, 2 * float(stats.t.sf(abs(self.t), df=len(self.differences) - 1)))

    def as_dict(self) -> dict[str, float | bool]:
        better = self.p < 0.05 and self.difference > 0
        return {"difference": self.difference, "t": self.t, "p": self.p, "better": better}


def compare_with_baseline(
    baseline_scores: ArrayLike, deeper_scores: ArrayLike, n_train: int, n_test: int
) -> dict[str, float | bool]:
    baseline = np.array(baseline_scores, dtype=np.float64).ravel()
    deeper = np.array(deeper_scores, dtype=np.float64).ravel()
    if baseline.shape != deeper.shape or baseline.size < 2:
        raise ValueError("Both networks need scores on the same folds, at least two.")
    if min(n_train, n_test) < 1:
        raise ValueError("A fold trains on some images and is scored on some.")
    return Paired(deeper - baseline, n_test / n_train).as_dict()
