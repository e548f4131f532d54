# %% solved=true
# Goran lets one network go on from fold to fold.

# %% exercise="cross_validate" mistake="one_model_reused"

# %% exercise="summarize_scores" mistake="variance"
