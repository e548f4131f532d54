"""Returns the numbers without the rows around them.

loses: 5
told: three parts
"""


def model_plan():
    return [320, 0, 0, 540_900, 1_010]
