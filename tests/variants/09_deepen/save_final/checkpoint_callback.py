"""The callback that saves after an epoch, told by hand that one has ended."""

import os


def save_final(model, path):
    keeper = keras.callbacks.ModelCheckpoint(os.fspath(path), save_weights_only=False, verbose=0)
    keeper.set_model(model)
    keeper.on_epoch_end(0, logs={})
