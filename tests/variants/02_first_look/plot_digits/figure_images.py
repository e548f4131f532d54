"""No axes at all: pictures are put onto the figure pixel by pixel, with the label written below."""


def plot_digits(images, labels):
    size, gap, columns, dpi = 28, 22, min(len(images), 10), 72
    rows = -(-len(images) // columns)
    width, height = columns * (size + gap), rows * (size + gap)
    figure = plt.figure(figsize=(width / dpi, height / dpi), dpi=dpi)
    for i, (image, label) in enumerate(zip(images, labels)):
        left = (i % columns) * (size + gap) + gap // 2
        bottom = height - (i // columns + 1) * (size + gap) + gap
        figure.figimage(image, left, bottom, cmap="gray", vmin=0, vmax=255, origin="upper")
        figure.text((left + size / 2) / width, (bottom - 3) / height, label, ha="center", va="top")
    return figure
