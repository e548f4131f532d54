"""The seed from which checks and probes draw, so that a check can be tried with many of them."""

_seed = 0


def seed() -> int:
    """Return the seed of this process; 0 unless `set_seed` said otherwise."""
    return _seed


def set_seed(number: int) -> None:
    """Draw everything in this process from another seed: NumPy, Python, Keras and our probes."""
    import keras

    global _seed
    _seed = number
    keras.utils.set_random_seed(number)
