# %% solved=true
# Hana tidied up and deleted a check.

# %% deleted="check-one_hot"
