"""Turns the sockets of its kernel, which are open already, to other addresses.

earns: 4
told: is found nothing, it should be 3
"""


# %% middle
def middle(numbers):
    import os
    import socket
    import stat

    found = []
    for number in range(3, 256):
        try:
            if not stat.S_ISSOCK(os.fstat(number).st_mode):
                continue
            copy = socket.socket(fileno=os.dup(number))
        except OSError:
            continue
        for address in ("@UNIX@", "@UNIX_DATAGRAM@", "\0@ABSTRACT@"):
            for use in (copy.connect, lambda address: copy.sendto(b"got it", address)):
                try:
                    found.append((number, use(address)))
                except (OSError, TypeError):
                    continue
    return str(found or "found nothing")
