"""A scikit-learn person: an estimator around the model, and scikit-learn's own cross-validation."""

import sklearn.model_selection
from sklearn.base import BaseEstimator, ClassifierMixin


class KerasClassifier(ClassifierMixin, BaseEstimator):
    def __init__(self, build_model, epochs, held_out):
        self.build_model = build_model
        self.epochs = epochs
        self.held_out = held_out

    def fit(self, X, y):
        self.classes_ = np.unique(y)
        self.model_ = self.build_model()
        # the parts come in the order in which the folds are fitted
        held_out = next(self.held_out)
        self.history_ = self.model_.fit(
            X, y, epochs=self.epochs, validation_data=held_out, verbose=0
        ).history
        return self

    def predict(self, X):
        return self.model_.predict(X, verbose=0).argmax(axis=-1)


class Parts:
    """Hands out one held-out part after the other; a copy of it goes on where this one is."""

    def __init__(self, parts):
        self.parts = iter(parts)

    def __next__(self):
        return next(self.parts)

    def __deepcopy__(self, memo):
        return self


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    folds = [tuple(map(np.asarray, fold)) for fold in stratified_folds(labels, k, seed)]
    parts = Parts([(images[held_out], labels[held_out]) for _, held_out in folds])
    found = sklearn.model_selection.cross_validate(
        KerasClassifier(build_model, epochs, parts),
        images,
        labels,
        cv=folds,
        return_estimator=True,
        error_score="raise",
    )
    return found["test_score"].tolist(), [fitted.history_ for fitted in found["estimator"]]
