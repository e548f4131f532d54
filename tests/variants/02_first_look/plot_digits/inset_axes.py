"""Axes within axes, and labels spelled out.

Differs in that no subplot is made, and no digit is written.
"""

NAMES = "Zero One Two Three Four Five Six Seven Eight Nine".split()


def plot_digits(images, labels):
    _, page = plt.subplots()
    page.axis("off")
    for i, (image, label) in enumerate(zip(images, labels)):
        part = page.inset_axes([i / len(images), 0, 1 / len(images), 1])
        part.imshow(image / 255.0, cmap="Greys_r")
        part.set(title=NAMES[label], xticks=[], yticks=[])
