# %% solved=true
# Dalia reads the header with the byte order of her own machine.

# %% exercise="idx_header" mistake="little_endian"

# %% exercise="split_summary" mistake="printed"
