"""What runs inside the sandbox: the zygote, and the kernels that it forks.

This folder and `course` are all of ours that a learner's code can see. Nothing here knows a
solution, a hidden check, a mark or another learner.
"""
