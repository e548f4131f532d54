"""Sends a reply that is nested thousands of levels deep.

earns: 4
told: `middle` gave no answer within @ANSWER@ seconds | cannot be read
"""


# %% middle
def middle(numbers):
    return 7


kernel = get_ipython().kernel
send_as_before = type(kernel.session).send


def send(session, stream, kind, content=None, parent=None, ident=None, **kwargs):
    if kind == "judge_reply":
        content = b'{"value": ' + b"[" * 50_000 + b"]" * 50_000 + b"}"
    return send_as_before(session, stream, kind, content, parent, ident, **kwargs)


type(kernel.session).send = send
