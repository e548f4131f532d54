"""A beginner: finds the lowest loss in a loop, then asks one thing after another in nested ifs."""


def diagnose(history, target=0.95):
    last = len(history["loss"]) - 1
    lowest = 0
    for i in range(len(history["val_loss"])):
        if history["val_loss"][i] < history["val_loss"][lowest]:
            lowest = i
    answer = "good fit"
    if history["accuracy"][last] - history["val_accuracy"][last] > 0.05:
        answer = "overfitting"
    else:
        if history["val_loss"][last] > 1.1 * history["val_loss"][lowest]:
            if history["loss"][last] < history["loss"][lowest]:
                answer = "overfitting"
        if answer != "overfitting":
            if history["accuracy"][last] < target:
                answer = "underfitting"
    return answer
