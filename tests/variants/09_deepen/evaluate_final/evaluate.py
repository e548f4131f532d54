"""Keras's evaluate, and the count from its accuracy."""


def evaluate_final(model, images, labels):
    measured = model.evaluate(images, labels, batch_size=16, verbose=0, return_dict=True)
    correct = round(measured["accuracy"] * len(labels))
    return (measured["accuracy"], *accuracy_interval(correct, len(labels)))
