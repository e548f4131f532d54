"""A loss of the learner's own.

loses: 3
told: is not part of Keras: my_loss
"""


def my_loss(labels, answers):
    return keras.losses.sparse_categorical_crossentropy(labels, answers)


model = keras.saving.load_model("final_model.keras")
model.compile("adam", loss=my_loss, metrics=["accuracy"])
model.save("final_model.keras")


def final_model():
    return "final_model.keras"
