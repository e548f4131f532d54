"""A functional model of a class with its own step of training, written with a gradient tape."""

import tensorflow as tf


class WithATape(keras.Model):
    def train_step(self, data):
        images, labels = data
        with tf.GradientTape() as tape:
            answers = self(images, training=True)
            loss = self.compute_loss(images, labels, answers)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables, strict=True))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(labels, answers)
        return {metric.name: metric.result() for metric in self.metrics}


def build_model(learning_rate=0.001, dropout=0.0, batch_norm=False, dense_units=32):
    inputs = keras.Input((28, 28, 1))
    x = layers.Conv2D(8, 5, strides=2, activation="relu")(inputs)
    x = layers.MaxPooling2D(2)(x)
    x = layers.Flatten()(x)
    x = layers.Dense(dense_units, activation="relu")(x)
    if batch_norm:
        x = layers.BatchNormalization()(x)
    if dropout:
        x = layers.Dropout(dropout)(x)
    model = WithATape(inputs, layers.Dense(10, activation="softmax")(x))
    model.compile(
        keras.optimizers.Adam(learning_rate),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
