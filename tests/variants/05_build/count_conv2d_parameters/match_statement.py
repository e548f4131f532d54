"""The kinds of window are told apart by match. Written from the notebook alone."""


def count_conv2d_parameters(filters, kernel_size, input_channels):
    match kernel_size:
        case (height, width):
            pass
        case side:
            height = width = side
    return filters * (height * width * input_channels + 1)
