"""The seed from which checks and probes draw, so that a check can be tried with many of them."""

import random
import sys

import numpy as np

_seed = 0


def seed() -> int:
    """Return the seed of this process; 0 unless `set_seed` said otherwise."""
    return _seed


def set_seed(number: int) -> None:
    """Draw everything in this process from another seed: NumPy, Python, Keras and our probes."""
    global _seed
    _seed = number
    random.seed(number)
    np.random.seed(number)
    if "keras" in sys.modules:
        sys.modules["keras"].utils.set_random_seed(number)
