"""Functional, saved with the state of its optimizer, after one more step."""

trained = keras.saving.load_model("final_model.keras")
images = keras.Input((28, 28, 1), name="digits")
outputs = trained(layers.RandomTranslation(0.05, 0.05)(images))
model = keras.Model(images, outputs)
model.compile(
    keras.optimizers.Adam(1e-6), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
)
model.train_on_batch(prepare(x_train[:16]), y_train[:16])
model.save("final_model.keras")


def final_model():
    return "final_model" + ".keras"
