"""A template of the standard library. Written from the notebook alone."""

from string import Template

import numpy as np


def split_summary(name, images, labels):
    line = Template("$name: X = $x, y = $y")
    return line.substitute(name=name, x=np.shape(images), y=np.shape(labels))
