"""Right values in float16.

loses: 1
told: has the type float16
"""


def normalize(images):
    return (images / 255).astype("float16")
