"""Calls the model by itself on slices of a hundred, with training off, and adds up."""


def evaluate_final(model, images, labels):
    right = 0
    for start in range(0, len(images), 100):
        answers = np.asarray(model(images[start : start + 100], training=False))
        right += int((answers.argmax(axis=1) == labels[start : start + 100]).sum())
    return (right / len(images), *accuracy_interval(right, len(images)))
