# %% solved=true
# Ada has solved everything.

# %% [markdown] answer="which-network"
# A small convolutional network: a stroke is local, so a small window sees it, and it means the same
# wherever it lies, so the window's weights are shared. A dense network would need more weights and
# would have to learn each position anew. The last layer gives ten probabilities, one for each digit.
