"""Any image in place of all images; a product does the same.

loses: 3
told: True stands wherever at least one image has a 0
"""


def always_blank(images):
    return (images == 0).any(axis=0)
