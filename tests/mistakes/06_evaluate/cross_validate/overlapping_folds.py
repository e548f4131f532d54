"""A new random part in each turn of the loop.

loses: 3
told: held out in more than one fold
"""

from sklearn.model_selection import train_test_split


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    scores, histories = [], []
    for train_index, validation_index in [
        train_test_split(np.arange(len(labels)), test_size=1 / k, random_state=seed + i)
        for i in range(k)
    ]:
        model = build_model()
        history = model.fit(
            images[train_index],
            labels[train_index],
            validation_data=(images[validation_index], labels[validation_index]),
            epochs=epochs,
            verbose=0,
        )
        scores.append(history.history["val_accuracy"][-1])
        histories.append(history.history)
    return scores, histories
