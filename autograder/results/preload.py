"""What the process that forks fits has imported; no operation of TensorFlow runs here.

A fit that is forked from it does not wait the ten seconds or more that importing TensorFlow takes.
"""

import os

# TensorFlow greets on the descriptor itself. What a fit has to say it says to its parent.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.dup2(os.open(os.devnull, os.O_WRONLY), 2)

from autograder.results import fit, networks  # noqa: E402  (what is set above comes first)
from autograder.results.references import reference  # noqa: E402

for name in (*networks.PREPARATION, *networks.SPLITS.values()):
    reference(name)
assert fit
