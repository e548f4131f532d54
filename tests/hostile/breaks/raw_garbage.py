"""Writes garbage into the sockets of its kernel.

earns: 4
told: the kernel died | ran for more than @CELL@ seconds | messages that cannot be read
"""

# %% middle
import os
import socket
import stat


def wires():
    """Return the connected sockets of the kernel, as raw as they are."""
    for number in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                one = socket.socket(fileno=os.dup(number))
                one.getpeername()
                yield one
        except OSError:
            continue


for wire in wires():
    wire.settimeout(1)
    try:
        for _ in range(100):
            wire.sendall(os.urandom(10_000))
    except OSError:
        continue
