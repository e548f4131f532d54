"""Each end by halving: the share at which the score test just rejects."""


def accuracy_interval(correct, total):
    share, z = correct / total, 1.959963984540054

    def is_plausible(p):
        return (share - p) ** 2 <= z**2 * p * (1 - p) / total

    def edge(inside, outside):
        for _ in range(60):
            middle = (inside + outside) / 2
            inside, outside = (middle, outside) if is_plausible(middle) else (inside, middle)
        return inside

    near = min(max(share, 1e-12), 1 - 1e-12)
    return np.array([edge(near, 0.0), edge(near, 1.0)])
