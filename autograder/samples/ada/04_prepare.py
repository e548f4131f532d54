# %% solved=true
# Ada has solved everything.

# %% [markdown] answer="why-scale"
# The gradient of a weight carries its input as a factor. With pixels up to 255 the steps are
# hundreds of times larger than the learning rate was chosen for, so the loss jumps about or becomes
# NaN. Scaling adds no information: with a much smaller learning rate raw pixels train as well.

# %% [markdown] answer="preprocessed-or-normalized"
# Pre-processing is everything between the file and the network: reading the bytes, the channel,
# the types. Normalizing is one step of it, which only changes the scale of the values.
