# %% solved=true
# Hana calls any gap overfitting, and counts epochs from 0.

# %% exercise="diagnose" mistake="any_gap"

# %% exercise="best_epoch" mistake="counted_from_0"
