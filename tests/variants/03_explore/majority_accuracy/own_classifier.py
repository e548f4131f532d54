"""Over-careful scikit-learn style: a classifier of one's own, with fit, predict and score."""

from sklearn.base import BaseEstimator, ClassifierMixin


class AlwaysTheSame(ClassifierMixin, BaseEstimator):
    def fit(self, X, y):
        self.classes_, counts = np.unique(y, return_counts=True)
        self.favorite_ = self.classes_[np.argmax(counts)]
        return self

    def predict(self, X):
        return np.repeat(self.favorite_, len(X))


def majority_accuracy(train_labels: np.ndarray, test_labels: np.ndarray) -> float:
    nothing = np.zeros((len(train_labels), 1))
    model = AlwaysTheSame().fit(nothing, train_labels)
    return float(model.score(np.zeros((len(test_labels), 1)), test_labels))
