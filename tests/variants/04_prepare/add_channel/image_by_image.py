"""A list, image by image, with the channel as an option."""


def add_channel(images, channels=1):
    return [np.repeat(image[:, :, None], channels, axis=2) for image in images]
