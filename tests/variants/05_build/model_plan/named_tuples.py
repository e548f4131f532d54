"""Named tuples, computed layer by layer. Written from the notebook alone."""

from collections import namedtuple
from math import prod

Row = namedtuple("Row", ["layer", "output_shape", "parameters"])


def model_plan():
    plan = []
    height, width, channels = 28, 28, 1
    plan.append(Row("Conv2D", (height - 2, width - 2, 32), (3 * 3 * channels + 1) * 32))
    height, width, channels = plan[-1].output_shape
    plan.append(Row("MaxPooling2D", (height // 2, width // 2, channels), 0))
    plan.append(Row("Flatten", (prod(plan[-1].output_shape),), 0))
    for units in (100, 10):
        (before,) = plan[-1].output_shape
        plan.append(Row("Dense", (units,), (before + 1) * units))
    return plan
