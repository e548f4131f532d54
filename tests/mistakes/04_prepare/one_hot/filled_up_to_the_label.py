"""Every column up to the label, as for grades.

loses: 3
told: up to the label are filled
"""


def one_hot(labels, num_classes=10):
    return (np.arange(num_classes) <= labels[:, None]).astype("float32")
