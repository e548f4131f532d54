"""Three loops and lists."""


def dense(inputs, weights, bias):
    result = []
    for row in inputs:
        sums = []
        for unit in range(len(bias)):
            total = bias[unit]
            for i, value in enumerate(row):
                total += value * weights[i][unit]
            sums.append(float(total))
        result.append(sums)
    return result
