"""Residual and gated: a skip connection, and filters that are weighted by what the whole map shows."""


def build_deeper():
    inputs = keras.Input(shape=(28, 28, 1), name="digit")
    x = layers.ZeroPadding2D(2)(inputs)
    x = layers.Conv2D(40, 5, strides=2, activation="relu")(x)
    branch = layers.Conv2D(40, 3, padding="same", activation="relu")(x)
    branch = layers.Conv2D(40, 3, padding="same")(branch)
    gate = layers.GlobalAveragePooling2D(keepdims=True)(branch)
    gate = layers.Conv2D(10, 1, activation="relu")(gate)
    gate = layers.Conv2D(40, 1, activation="sigmoid")(gate)
    x = layers.ReLU()(layers.Add()([x, layers.Multiply()([branch, gate])]))
    x = layers.MaxPooling2D(3, strides=2)(x)
    outputs = layers.Dense(10, activation="softmax")(layers.Flatten()(x))
    model = keras.Model(inputs=[inputs], outputs=outputs)
    model.compile(optimizer="adamax", loss="sparse_categorical_crossentropy", metrics=["acc"])
    return model
