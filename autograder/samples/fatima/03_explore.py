# %% solved=true
# Fatima chooses the majority where she should only be judged.

# %% exercise="majority_accuracy" mistake="chosen_on_the_test_set"

# %% exercise="mean_digits" mistake="sums"
