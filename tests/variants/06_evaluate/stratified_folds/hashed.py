"""No generator at all: positions are ordered by a hash of the seed and the position."""

from hashlib import sha256
from itertools import chain


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("k must not be smaller than 2")

    def by_chance(position):
        return sha256(f"{seed}/{position}".encode()).digest()

    classes = {}
    for position, label in enumerate(np.asarray(labels).tolist()):
        classes.setdefault(label, []).append(position)
    cards = list(chain.from_iterable(sorted(c, key=by_chance) for c in classes.values()))
    everything = set(range(len(cards)))
    return [[sorted(everything - set(cards[i::k])), sorted(cards[i::k])] for i in range(k)]
