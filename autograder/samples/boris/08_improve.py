# %% solved=true
# Boris uses the t-test that everybody knows.

# %% exercise="corrected_paired_t" mistake="naive"
