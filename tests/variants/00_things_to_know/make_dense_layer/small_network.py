"""A network with one layer is a layer too."""


def make_dense_layer(units):
    model = keras.Sequential()
    model.add(layers.Dense(units))
    return model
