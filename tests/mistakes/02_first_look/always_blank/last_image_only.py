"""A loop that keeps the last image only.

loses: 3
told: that of the last image alone
"""


def always_blank(images):
    for image in images:
        blank = image == 0
    return blank
