"""Floods the judge with replies that nobody asked for.

earns: 4
told: with a flood of messages | `middle` gave no answer within @ANSWER@ seconds
"""

# %% middle
kernel = get_ipython().kernel
send_as_before = type(kernel.session).send


def send(session, stream, kind, content=None, parent=None, ident=None, **kwargs):
    if kind == "judge_reply":
        for _ in range(3_000):
            send_as_before(session, stream, kind, {"value": 3}, None, ident)
    return send_as_before(session, stream, kind, content, parent, ident, **kwargs)


type(kernel.session).send = send


def middle(numbers):
    return 7
