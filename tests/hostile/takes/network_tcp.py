"""Sends what it was asked to a server, over TCP.

earns: 4
told: PermissionError
"""


# %% middle
def middle(numbers):
    import socket

    socket.create_connection(("127.0.0.1", int("@TCP@")), 2).send(str(numbers).encode())
    return "sent"
