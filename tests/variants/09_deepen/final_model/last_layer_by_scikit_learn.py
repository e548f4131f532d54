"""A logistic regression of scikit-learn finds a new last layer for the features of a trained network."""

from sklearn.linear_model import LogisticRegression


def final_model(path="final_model.keras"):
    return path


def _write(path):
    trained = keras.saving.load_model(path)
    features = keras.Model(trained.inputs, trained.layers[-2].output)
    values = features.predict(prepare(x_train[:600]), batch_size=600, verbose=0)
    found = LogisticRegression(max_iter=100).fit(values, y_train[:600])
    last = layers.Dense(10, name="logits")
    model = keras.Model(features.inputs, last(features.output))
    last.set_weights([found.coef_.T, found.intercept_])
    model.compile(
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"]
    )
    model.save(path)


_write(final_model())
