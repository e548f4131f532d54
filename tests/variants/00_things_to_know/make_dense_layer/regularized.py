"""A dense layer with a penalty and a limit on its weights. Written from the notebook alone."""

from keras import constraints, layers, regularizers


def make_dense_layer(units):
    dense_layer = layers.Dense(
        units,
        activation=None,
        use_bias=True,
        kernel_initializer="he_normal",
        kernel_regularizer=regularizers.L2(1e-4),
        kernel_constraint=constraints.MaxNorm(3),
    )
    return dense_layer
