"""Tries many accuracies, keeps the plausible ones, and looks more closely at both ends."""


def _first_plausible(share, total, start, end):
    for _ in range(12):
        tries = np.linspace(start, end, 1001)
        plausible = total * (share - tries) ** 2 <= 1.959964**2 * tries * (1 - tries)
        place = int(np.argmax(plausible))
        if place == 0:
            return float(tries[0])
        start, end = tries[place - 1], tries[place]
    return float(end)


def accuracy_interval(correct, total):
    share = correct / total
    return _first_plausible(share, total, 0.0, share), _first_plausible(share, total, 1.0, share)
