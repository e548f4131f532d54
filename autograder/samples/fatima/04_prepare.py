# %% solved=true
# Fatima mistyped one cell at the last minute.

# %% exercise="standardize"
def standardize(train_images, *others)
    mean = train_images.mean()
    return tuple((images - mean) / train_images.std() for images in (train_images, *others))
