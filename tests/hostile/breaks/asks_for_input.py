"""Waits for someone to type something.

earns: 4
told: its cell ended with StdinNotImplementedError
"""

# %% middle
answer = input("Your name, please: ")
