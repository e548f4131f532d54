"""A beginner: the path as a text, and the method of the model."""


def save_final(model, path):
    file_name = str(path)
    model.save(file_name)
    print("saved", file_name)
