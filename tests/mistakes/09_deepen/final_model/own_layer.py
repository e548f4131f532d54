"""A layer of the learner's own.

loses: 3
told: is not part of Keras: Doubled
"""


class Doubled(layers.Layer):
    def call(self, images):
        return images + images


trained = keras.saving.load_model("final_model.keras")
model = keras.Sequential([layers.Input((28, 28, 1)), Doubled(), trained])
model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.save("final_model.keras")


def final_model():
    return "final_model.keras"
