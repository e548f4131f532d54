"""Keras's evaluate with named results; the count is the rounded share times the number of images."""


def evaluate_final(model, images, labels):
    results = model.evaluate(x=images, y=labels, batch_size=64, verbose=0, return_dict=True)
    name = next(key for key in results if "acc" in key)
    right = round(results[name] * len(images))
    low, high = accuracy_interval(right, len(images))
    return right / len(images), low, high
