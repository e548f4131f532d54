"""Trains batch by batch without fit, evaluates after each epoch, and keeps the books by itself."""


def cross_validate(build_model, images, labels, k=5, epochs=5, seed=0):
    rng = np.random.default_rng(seed)
    scores, histories = [], []
    for train, held_out in stratified_folds(labels, k, seed):
        train = np.array(train)
        model = build_model()
        history = {}
        for _ in range(epochs):
            model.reset_metrics()
            rng.shuffle(train)
            for start in range(0, len(train), 32):
                batch = train[start : start + 32]
                logs = model.train_on_batch(images[batch], labels[batch], return_dict=True)
            tested = model.evaluate(images[held_out], labels[held_out], verbose=0, return_dict=True)
            logs = logs | {f"val_{name}": value for name, value in tested.items()}
            for name, value in logs.items():
                history.setdefault(name, []).append(float(value))
        scores.append(history["val_accuracy"][-1])
        histories.append(history)
    return scores, histories
