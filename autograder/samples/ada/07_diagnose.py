# %% solved=true
# Ada has solved everything.
