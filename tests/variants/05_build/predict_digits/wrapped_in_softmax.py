"""A model around the model turns scores into probabilities first; softmax keeps the order."""


def predict_digits(model, images):
    wrapped = keras.Sequential([model, layers.Softmax()])
    return np.argmax(wrapped.predict(images, verbose=0), axis=1).astype("uint8")
