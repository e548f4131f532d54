"""Sends replies that are in no format.

earns: 4
told: cannot be read
"""


# %% middle
def middle(numbers):
    return 7


kernel = get_ipython().kernel
send_as_before = type(kernel.session).send


odd = iter([{"value": {"$npy": 17}}, b"[]", b"5", {}, {"value": 3, "error": 5}])


def send(session, stream, kind, content=None, parent=None, ident=None, **kwargs):
    if kind == "judge_reply":
        content = next(odd, {"value": {"$what": None}})
    return send_as_before(session, stream, kind, content, parent, ident, **kwargs)


type(kernel.session).send = send
