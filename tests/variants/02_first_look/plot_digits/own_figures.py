"""A figure for each image, inverted twice, and its label below."""


def plot_digits(images, labels):
    figures = []
    for image, label in zip(images, labels):
        figure = plt.figure(figsize=(1, 1))
        axes = figure.add_subplot()
        axes.imshow(255 - image, cmap="gray_r")
        axes.set_xlabel(
            ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][label]
        )
        figures.append(figure)
    return figures
