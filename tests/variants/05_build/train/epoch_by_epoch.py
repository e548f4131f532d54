"""Calls fit once for each epoch and joins the histories."""


def train(model, images, labels, validation_data, epochs):
    joined = None
    for epoch in range(epochs):
        part = model.fit(
            images,
            labels,
            validation_data=tuple(validation_data),
            initial_epoch=epoch,
            epochs=epoch + 1,
            verbose=0,
        )
        if joined is None:
            joined = part
        else:
            for name, values in part.history.items():
                joined.history[name] = joined.history[name] + values
    return joined
