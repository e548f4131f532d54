"""A training loop by hand: shuffled batches for each epoch, given to train_on_batch."""


def _learn(model, images, labels, epochs, generator, batch=32):
    for _ in range(epochs):
        order = generator.permutation(len(images))
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            model.train_on_batch(images[chosen], labels[chosen])


def _share_right(model, images, labels):
    answers = keras.ops.convert_to_numpy(model(images, training=False))
    return float(np.mean(answers.argmax(axis=1) == labels))


def compare(configurations, images, labels, k=5, epochs=5, seed=0):
    rows = [{"name": name, "scores": []} for name in configurations]
    for learn, hold in StratifiedKFold(k, shuffle=True, random_state=seed).split(images, labels):
        for row in rows:
            model = build_model(**configurations[row["name"]])
            _learn(model, images[learn], labels[learn], epochs, np.random.default_rng(seed))
            row["scores"].append(_share_right(model, images[hold], labels[hold]))
    for row in rows:
        row.update(mean=float(np.mean(row["scores"])), std=float(np.std(row["scores"], ddof=1)))
    return rows
