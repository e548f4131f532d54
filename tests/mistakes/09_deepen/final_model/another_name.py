"""The file has a name of its own.

loses: 3
told: names 'my_model.keras'
"""

trained = keras.saving.load_model("final_model.keras")
trained.save("my_model.keras")


def final_model():
    return "my_model.keras"
