"""Compares every number with the row's largest one; batches of four."""


def predict_digits(model, images):
    answers = np.asarray(model.predict(x=images, batch_size=4))
    return (answers == answers.max(axis=1, keepdims=True)).argmax(axis=1)
