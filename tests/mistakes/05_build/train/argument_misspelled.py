"""`epoch` for `epochs`.

loses: 5
told: unexpected keyword argument
"""


def train(model, images, labels, validation_data, epochs):
    return model.fit(images, labels, epoch=epochs, validation_data=validation_data)
