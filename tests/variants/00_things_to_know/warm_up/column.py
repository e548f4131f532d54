"""Products of matrices, an array of one number is made a float."""


def warm_up(inputs, weights):
    return float(np.einsum("i,i->", inputs, weights))
