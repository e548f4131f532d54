"""As many classes as the largest label tells, the others are left out.

loses: 0
told: the classes behind it were left out
"""


def gradient_step(inputs, labels, weights, bias, learning_rate):
    seen = labels.max() + 1
    logits = inputs @ weights[:, :seen] + bias[:seen]
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    slopes = (powers / powers.sum(axis=1, keepdims=True) - np.eye(seen)[labels]) / len(inputs)
    new_weights, new_bias = weights.copy(), bias.copy()
    new_weights[:, :seen] -= learning_rate * inputs.T @ slopes
    new_bias[:seen] -= learning_rate * slopes.sum(axis=0)
    return new_weights, new_bias
