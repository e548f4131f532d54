"""The figures of lesson 01 show what the lesson says of them."""

from autograder.website import figures_01 as figures


def test_narrow_digits_are_not_square():
    assert figures.narrow_digits().shape == (6, 20, 16)


def test_test_digits_that_were_given_away_are_all_right():
    without, with_test = figures.nearest_neighbor_accuracies().values()
    assert with_test[0] == 1
    assert without[0] < 0.95
    # On fresh digits the gain is within what chance does to 1,000 answers.
    assert abs(with_test[1] - without[1]) < 0.02
