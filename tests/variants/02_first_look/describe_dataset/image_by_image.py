"""A beginner who walks through the images one at a time and keeps running totals, twice."""


def describe_dataset(images, labels):
    number_of_images = 0
    smallest = images[0][0][0]
    largest = images[0][0][0]
    total = 0.0
    zeros = 0
    for image in images:
        number_of_images = number_of_images + 1
        if image.min() < smallest:
            smallest = image.min()
        if image.max() > largest:
            largest = image.max()
        total = total + float(image.astype("float64").sum())
        zeros = zeros + int((image == 0).sum())
    height = len(images[0])
    width = len(images[0][0])
    pixels = number_of_images * height * width
    mean = total / pixels

    # second walk: how far is each pixel from the mean?
    squares = 0.0
    for image in images:
        difference = image.astype("float64") - mean
        squares = squares + float((difference * difference).sum())
    std = (squares / pixels) ** 0.5

    seen = []
    for label in labels:
        if label not in seen:
            seen.append(label)

    result = {}
    result["n_images"] = number_of_images
    result["height"] = height
    result["width"] = width
    result["dtype"] = images.dtype.name
    result["min"] = smallest
    result["max"] = largest
    result["mean"] = mean
    result["std"] = std
    result["n_classes"] = len(seen)
    result["zero_fraction"] = zeros / pixels
    return result
