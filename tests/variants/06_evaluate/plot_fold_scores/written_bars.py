"""Bars as names, with the number written on each and the best and the worst in color."""


def plot_fold_scores(scores):
    names = [f"#{number}" for number, _ in enumerate(scores, start=1)]
    colors = ["C0"] * len(scores)
    colors[int(np.argmax(scores))] = "C2"
    colors[int(np.argmin(scores))] = "C3"
    fig, ax = plt.subplots()
    bars = ax.bar(names, scores, color=colors)
    ax.bar_label(bars, labels=[f"{score:.2%}" for score in scores], padding=2)
    ax.set_ylim(0, 1.1)
    ax.set(xlabel="fold", ylabel="share of held-out digits told rightly")
    ax.set_title("Folds")
