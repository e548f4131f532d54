"""Is 20 MB in an old format, which is converted before it is looked at.

earns: 0
told: The notebook has more than 2000 cells
"""


def hand_in(folder, notebook):
    (folder / "01_tiny.ipynb").write_bytes(
        b'{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": ['
        + b'{"cell_type": "markdown", "metadata": {}, "source": "x"},' * 350_000
        + b'{"cell_type": "markdown", "metadata": {}, "source": "x"}]}]}'
    )
