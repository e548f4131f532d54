"""`expand_dims` on axis 0 makes one example of all images.

loses: 4
told: before all images
"""


def add_channel(images):
    return np.expand_dims(images, 0)
