"""Functional and terse: the name is bound to a function with its options filled in."""

from functools import partial

load_final = partial(keras.saving.load_model, custom_objects={}, compile=True)
