# %% solved=true
# Goran forgot to let his loop end.

# %% exercise="count_conv2d_parameters"
def count_conv2d_parameters(filters, kernel_size, input_channels):
    if isinstance(kernel_size, int):
        kernel_size = (kernel_size, kernel_size)
    return filters * (kernel_size[0] * kernel_size[1] * input_channels + 1)

guess = 0
while guess != count_conv2d_parameters(32, 3, 1) + 0.5:
    guess += 1
