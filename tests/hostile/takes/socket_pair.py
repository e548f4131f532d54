"""Uses one of a pair of sockets, which need no permission, to write to sockets of others.

earns: 4
told: is found nothing, it should be 3
"""


# %% middle
def middle(numbers):
    import socket

    found = []
    here, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    for address in ("@UNIX@", "@UNIX_DATAGRAM@", "\0@ABSTRACT@", "\0@ABSTRACT_DATAGRAM@"):
        try:
            found.append(here.sendto(b"got it", address))
        except OSError:
            continue
    return str(found or "found nothing")
