"""Computes every number; rows are lists."""


def model_plan():
    side, filters = 28 - 3 + 1, 32
    rows = [["conv2d", [side, side, filters], (3 * 3 * 1 + 1) * filters]]
    side //= 2
    rows.append(["max_pooling2d", [side, side, filters], 0])
    inputs = side * side * filters
    rows.append(["flatten", [inputs], 0])
    for units in (100, 10):
        rows.append(["dense", [units], (inputs + 1) * units])
        inputs = units
    return rows
