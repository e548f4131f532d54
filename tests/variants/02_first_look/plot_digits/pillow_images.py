"""Each array becomes a Pillow image in RGB, which is shown as it is; labels are annotations below."""

from PIL import Image


def plot_digits(images, labels):
    count = len(images)
    rows = max(1, round(count**0.5))
    columns = -(-count // rows)
    fig = plt.figure(figsize=(columns * 1.2, rows * 1.5))
    for place, (image, label) in enumerate(zip(images, labels, strict=True), start=1):
        axes = fig.add_subplot(rows, columns, place)
        axes.imshow(Image.fromarray(image).convert("RGB"))
        axes.set_axis_off()
        axes.annotate(
            str(int(label)), (0.5, -0.05), xycoords="axes fraction", ha="center", va="top"
        )
