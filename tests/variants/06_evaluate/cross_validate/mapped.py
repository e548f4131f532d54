"""Functional: one function trains a fold, map goes over the folds, zip takes the pairs apart."""


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    def one_fold(fold):
        (x, y), held_out = ((images[index], labels[index]) for index in fold)
        history = (
            build_model().fit(x, y, epochs=epochs, validation_data=held_out, verbose=0).history
        )
        return history["val_accuracy"][-1], history

    scores, histories = zip(*map(one_fold, stratified_folds(labels, k, seed)))
    return list(scores), list(histories)
