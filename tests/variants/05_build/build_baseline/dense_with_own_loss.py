"""A dense network; loss and metric are functions of one's own; a Lambda layer bends."""


def build_baseline():
    def cost(labels, scores):
        return keras.losses.sparse_categorical_crossentropy(labels, scores, from_logits=True)

    def hits(labels, scores):
        labels = keras.ops.reshape(labels, (-1,))
        named = keras.ops.argmax(scores, axis=-1)
        return keras.ops.cast(
            keras.ops.equal(keras.ops.cast(labels, named.dtype), named), "float32"
        )

    inputs = keras.Input((28, 28, 1))
    x = layers.Dense(64)(layers.Flatten()(inputs))
    x = layers.Lambda(lambda h: keras.ops.maximum(h, 0.0))(x)
    model = keras.Model(inputs, layers.Dense(10)(x))
    model.compile(keras.optimizers.SGD(0.1, nesterov=True, momentum=0.9), loss=cost, metrics=[hits])
    return model
