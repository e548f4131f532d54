"""TensorFlow's stateless random numbers, and a rank within each class."""

import tensorflow as tf


def stratified_folds(labels, k, seed):
    if k < 2:
        raise ValueError("k must be 2 at least")
    n = len(labels)
    chance = tf.random.stateless_uniform([n], seed=[seed, 17], dtype=tf.float64)
    shuffled = tf.argsort(chance)
    by_class = tf.argsort(tf.gather(tf.cast(labels, tf.int64), shuffled), stable=True)
    cards = tf.gather(shuffled, by_class).numpy()
    folds = []
    for fold in range(k):
        held_out = cards[fold::k]
        folds.append((np.setdiff1d(cards, held_out), held_out))
    return folds
