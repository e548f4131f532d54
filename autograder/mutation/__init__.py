"""Mutation: do the checks catch an author's solution in which one thing was changed?

`operators` makes the mutants of a solution, `behavior` tells which of them do something else than
the solution, `campaign` judges those by the checks and counts.
"""
