"""Sends what it was asked to a server, over UDP.

earns: 4
told: PermissionError
"""


# %% middle
def middle(numbers):
    import socket

    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"got it", ("127.0.0.1", int("@UDP@")))
    return "sent"
