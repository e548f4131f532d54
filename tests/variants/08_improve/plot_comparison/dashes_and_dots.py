"""A scatter of all scores, and a wide dash at each mean; the limits are set by hand around them."""


def plot_comparison(rows):
    axes = plt.subplots()[1]
    every_score = np.concatenate([np.asarray(row["scores"], float) for row in rows])
    places = np.repeat(np.arange(len(rows)), [len(row["scores"]) for row in rows])
    axes.scatter(places, every_score, s=25, facecolors="none", edgecolors="grey", label="one fold")
    means = [row["mean"] for row in rows]
    axes.scatter(range(len(rows)), means, marker="_", s=900, color="red", label="mean")
    room = 0.1 * np.ptp(every_score) or 0.01
    axes.set_ylim(every_score.min() - room, every_score.max() + room)
    axes.set_xlim(-0.5, len(rows) - 0.5)
    axes.set_xticks(range(len(rows)), labels=[row["name"] for row in rows])
    axes.set_ylabel("Accuracy")
    axes.legend()
