"""A layer that is told its sums in Einstein's notation."""


def make_dense_layer(units):
    return layers.EinsumDense("ni,iu->nu", output_shape=units, bias_axes="u")
