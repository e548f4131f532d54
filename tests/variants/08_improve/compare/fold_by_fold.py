"""Folds in the outer loop, configurations in the inner one; scores in a NumPy matrix."""


def compare(configurations, images, labels, k=5, epochs=5, seed=0):
    names = list(configurations)
    scores = np.empty((len(names), k))
    splitter = StratifiedKFold(k, shuffle=True, random_state=seed)
    for fold, (learn, hold) in enumerate(splitter.split(np.zeros(len(labels)), labels)):
        for row, name in enumerate(names):
            model = build_model(**configurations[name])
            model.fit(images[learn], labels[learn], epochs=epochs, verbose=0, batch_size=32)
            told = np.argmax(model.predict(images[hold], verbose=0), axis=-1)
            scores[row, fold] = (told == labels[hold]).mean()
    means, spreads = scores.mean(axis=1), scores.std(axis=1, ddof=1)
    return [
        {"name": name, "scores": row, "mean": mean, "std": spread}
        for name, row, mean, spread in zip(names, scores, means, spreads, strict=True)
    ]
