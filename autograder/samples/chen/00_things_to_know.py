# %% solved=true
# Chen knows matrices, and not yet on which side the weights stand.

# %% exercise="dense" mistake="weights_first"

# %% exercise="softmax" mistake="overflow"
