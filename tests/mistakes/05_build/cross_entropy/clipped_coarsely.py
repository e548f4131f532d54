"""Clips at 0.01, so that a sure mistake costs little more than a doubtful one.

loses: 2
told: kept too far away from 0
"""


def cross_entropy(probabilities, labels):
    chosen = probabilities[np.arange(len(labels)), labels]
    return float(np.mean(-np.log(np.clip(chosen, 0.01, 1))))
