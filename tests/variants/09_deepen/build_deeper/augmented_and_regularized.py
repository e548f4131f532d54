"""Over-careful: layers that shift images while training, weight decay, and a builder with type hints."""

from dataclasses import dataclass, field


@dataclass
class Plan:
    filters: tuple[int, ...] = (16, 32, 64)
    units: int = 48
    decay: float = 1e-4
    shift: float = 0.05
    stack: list[keras.layers.Layer] = field(default_factory=list)

    def convolution(self, filters: int) -> None:
        penalty = keras.regularizers.L2(self.decay)
        self.stack.append(layers.Conv2D(filters, 3, padding="same", kernel_regularizer=penalty))
        self.stack.append(layers.LayerNormalization())
        self.stack.append(layers.ReLU())

    def model(self) -> keras.Model:
        self.stack.append(layers.RandomTranslation(self.shift, self.shift, fill_mode="constant"))
        for position, filters in enumerate(self.filters):
            self.convolution(filters)
            if position < 2:
                self.stack.append(layers.MaxPooling2D())
        self.stack += [layers.Flatten(), layers.Dense(self.units, activation="elu")]
        self.stack += [layers.Dropout(0.3), layers.Dense(10, activation="softmax")]
        return keras.Sequential([keras.Input((28, 28, 1)), *self.stack])


def build_deeper() -> keras.Model:
    model = Plan().model()
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.001, clipnorm=1.0),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
