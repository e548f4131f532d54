# %% solved=true
# Goran forgot to let his loop end.

# %% exercise="cross_entropy"
def cross_entropy(probabilities, labels):
    total = 0.0
    image = 0
    while image < len(labels):
        total -= np.log(max(probabilities[image][labels[image]], 1e-7))
    return total / len(labels)
