"""The first value of evaluate, which is the loss.

loses: 2
told: This is the loss
"""


def evaluate_final(model, images, labels):
    accuracy = model.evaluate(images, labels, verbose=0)[0]
    low, high = accuracy_interval(
        round(np.mean(model.predict(images).argmax(1) == labels) * len(labels)), len(labels)
    )
    return accuracy, low, high
