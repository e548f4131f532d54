"""A loop over the images; returns a list."""


def predict_digits(model, images):
    found = []
    for image in images:
        answer = model.predict(image[np.newaxis], verbose=0)[0]
        found.append(int(np.argmax(answer)))
    return found
