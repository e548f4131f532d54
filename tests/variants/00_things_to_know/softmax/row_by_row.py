"""Always two axes inside, one row after the other."""


def softmax(logits):
    table = np.atleast_2d(logits)
    result = np.zeros(table.shape)
    for i, row in enumerate(table):
        powers = np.exp(row - row.max())
        result[i] = powers / powers.sum()
    return result.reshape(logits.shape)
