"""Each spread is a line drawn by hand, and each mean a point of a scatter plot."""


def plot_comparison(rows):
    figure = plt.figure()
    axes = figure.add_subplot()
    for place, row in enumerate(rows):
        axes.plot([place, place], [row["mean"] - row["std"], row["mean"] + row["std"]], "C0-")
    axes.scatter(np.arange(len(rows)), [row["mean"] for row in rows])
    axes.set_xticks(np.arange(len(rows)))
    axes.set_xticklabels([f"{row['name']}\n({len(row['scores'])} folds)" for row in rows])
    figure.supylabel("accuracy")
