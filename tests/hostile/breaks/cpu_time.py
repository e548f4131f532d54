"""Uses all the processor time that it may have, in threads that the clock of a cell does not see.

earns: 4
told: `middle` gave no answer within @ANSWER@ seconds | the kernel died
"""

# %% middle
import hashlib
import threading

block = bytes(2**24)


def burn():
    while True:
        hashlib.sha256(block).digest()


for _ in range(8):
    threading.Thread(target=burn, daemon=True).start()


def middle(numbers):
    while True:
        hashlib.sha256(block).digest()
