"""A file that only one machine has.

loses: 4
told: A file or an address of your own
"""


def load_digits():
    with np.load("/home/me/Downloads/mnist.npz") as arrays:
        return (
            (arrays["x_train"], arrays["y_train"]),
            (arrays["x_test"], arrays["y_test"]),
        )
