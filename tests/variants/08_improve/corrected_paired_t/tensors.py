"""TensorFlow in float64 for the mean and the variance, SciPy's stdtr for p; gives NumPy scalars."""

import tensorflow as tf
from scipy.special import stdtr


def corrected_paired_t(scores_a, scores_b, n_train, n_test):
    a, b = tf.constant(scores_a, tf.float64), tf.constant(scores_b, tf.float64)
    if a.shape != b.shape or a.shape[0] < 2:
        raise ValueError(f"shapes {a.shape} and {b.shape}")
    d = a - b
    if not tf.reduce_any(d != 0):
        return np.float64(0), np.float64(1)
    k = d.shape[0]
    s2 = tf.math.reduce_variance(d) * k / (k - 1)
    t = (tf.reduce_mean(d) / tf.sqrt((1 / k + n_test / n_train) * s2)).numpy()
    return t, 2 * stdtr(k - 1, -abs(t))
