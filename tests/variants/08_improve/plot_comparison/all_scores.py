"""Every fold as a point, shaken a little, and a short line at each mean; names as text."""


def plot_comparison(rows):
    rng = np.random.default_rng(0)
    for place, row in enumerate(rows, start=1):
        scores = np.asarray(row["scores"])
        plt.plot(place + rng.uniform(-0.1, 0.1, len(scores)), scores, "o", alpha=0.5)
        plt.hlines(row["mean"], place - 0.2, place + 0.2)
        plt.text(place, max(scores), row["name"])
    plt.ylabel("accuracy")
    plt.show()
