"""Copies of one model, compiled by itself for one-hot labels."""


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    template = build_model()
    one_hot = keras.utils.to_categorical(labels, 10)
    runs = []
    for train_index, validation_index in stratified_folds(labels, k, seed):
        model = keras.models.clone_model(template)
        model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
        runs.append(
            model.fit(
                x=images[train_index],
                y=one_hot[train_index],
                validation_data=(images[validation_index], one_hot[validation_index]),
                epochs=epochs,
                verbose=0,
            ).history
        )
    return [run["val_accuracy"][-1] for run in runs], runs
