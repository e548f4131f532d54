# %% solved=true
# Emeka takes the largest label for the number of classes, and looks at one image.

# %% exercise="describe_dataset" mistake="largest_label_plus_one"

# %% exercise="always_blank" mistake="first_image_only"
