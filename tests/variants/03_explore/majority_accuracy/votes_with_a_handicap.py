"""A score for each digit in which a larger digit gives way by less than one vote."""


def majority_accuracy(train_labels, test_labels):
    digits = np.arange(10)
    votes = (np.asarray(train_labels)[:, None] == digits).sum(axis=0) - digits / 100
    shares = (np.asarray(test_labels)[:, None] == digits).mean(axis=0)
    return shares[votes == votes.max()].item()
