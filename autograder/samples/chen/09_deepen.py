# %% solved=true
# Chen has trained a network and forgotten to hand it in.

# %% exercise="accuracy_interval" mistake="textbook"

# %% not_handed_in="final_model.keras"
