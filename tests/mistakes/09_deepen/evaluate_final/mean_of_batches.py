"""The mean of the accuracies of batches, the last of which is smaller.

loses: 1
told: the mean over batches of 100
"""


def evaluate_final(model, images, labels):
    accuracies = []
    for start in range(0, len(images), 100):
        batch = slice(start, start + 100)
        digits = model.predict(images[batch], verbose=0).argmax(axis=1)
        accuracies.append(np.mean(digits == labels[batch]))
    accuracy = float(np.mean(accuracies))
    low, high = accuracy_interval(round(accuracy * len(labels)), len(labels))
    return accuracy, low, high
