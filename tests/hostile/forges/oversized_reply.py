"""Sends a reply of more than the bridge may carry.

earns: 4
told: an answer of more than 32 MiB
"""


# %% middle
def middle(numbers):
    return 7


kernel = get_ipython().kernel
send_as_before = type(kernel.session).send


def send(session, stream, kind, content=None, parent=None, ident=None, **kwargs):
    if kind == "judge_reply":
        kwargs["buffers"] = [bytes(9 * 2**20)] * 4
    return send_as_before(session, stream, kind, content, parent, ident, **kwargs)


type(kernel.session).send = send
