"""Sends two replies to one question, the wrong one and the right one.

earns: 4
told: is 8, it should be 3
"""


# %% middle
def middle(numbers):
    return 7


kernel = get_ipython().kernel
send_as_before = type(kernel.session).send


def send(session, stream, kind, content=None, parent=None, ident=None, **kwargs):
    if kind == "judge_reply":
        send_as_before(session, stream, kind, {"value": 8}, parent, ident)
        content = {"value": 3}
    return send_as_before(session, stream, kind, content, parent, ident, **kwargs)


type(kernel.session).send = send
