"""Over-careful: a dataclass of checked settings, small methods, and a global average before the head."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    learning_rate: float
    dropout: float
    batch_norm: bool
    dense_units: int

    def __post_init__(self) -> None:
        if self.learning_rate <= 0:
            raise ValueError(f"The learning rate is {self.learning_rate}; it has to be above 0.")
        if not 0 <= self.dropout < 1:
            raise ValueError(f"The dropout is {self.dropout}; it has to be from 0 up to 1.")
        if self.dense_units < 1:
            raise ValueError(f"{self.dense_units} units; there has to be at least one.")

    def block(self, filters: int) -> list[keras.layers.Layer]:
        convolution = layers.SeparableConv2D(filters, 3, padding="same")
        normalization = [layers.BatchNormalization()] if self.batch_norm else []
        return [convolution, *normalization, layers.Activation("relu"), layers.MaxPooling2D(2)]

    def head(self) -> list[keras.layers.Layer]:
        hidden = [layers.Flatten(), layers.Dense(self.dense_units), layers.LeakyReLU()]
        dropout = [layers.Dropout(self.dropout)] if self.dropout else []
        return [*hidden, *dropout, layers.Dense(10, activation="softmax")]


def build_model(
    learning_rate: float = 0.001,
    dropout: float = 0.0,
    batch_norm: bool = False,
    dense_units: int = 32,
) -> keras.Model:
    settings = Settings(learning_rate, dropout, batch_norm, dense_units)
    model = keras.Sequential(
        [keras.Input((28, 28, 1)), *settings.block(8), *settings.block(16), *settings.head()]
    )
    model.compile(
        optimizer=keras.optimizers.Adam(settings.learning_rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
