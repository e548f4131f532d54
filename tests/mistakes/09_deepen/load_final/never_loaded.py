"""A fresh network in place of the file.

loses: 2
told: the model in the file: it gives other answers
"""


def load_final(path):
    return one_convolution()
