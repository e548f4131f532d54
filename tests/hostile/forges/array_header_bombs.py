"""Returns small arrays whose headers promise gigabytes, or run code when they are read.

earns: 4
told: cannot be read
"""


# %% middle
def middle(numbers):
    return 7


kernel = get_ipython().kernel
send_as_before = type(kernel.session).send
headers = [
    "{'descr': '<f8', 'fortran_order': False, 'shape': (9999999999,), }",
    "{'descr': __import__('os').system('touch @CLASS@/@MARK@'), 'fortran_order': 1, 'shape': ()}",
    "{'descr': '<f8', 'fortran_order': False, 'shape': (-1, -8), }",
    "{'descr': '<U999999999', 'fortran_order': False, 'shape': (1,), }",
    "{'descr': [('a', '|O')], 'fortran_order': False, 'shape': (3,), }",
    "(" * 5_000,
]


def send(session, stream, kind, content=None, parent=None, ident=None, **kwargs):
    if kind == "judge_reply":
        header = headers.pop(0).encode()
        data = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header + bytes(64)
        content, kwargs["buffers"] = {"value": {"$npy": 0}}, [data]
    return send_as_before(session, stream, kind, content, parent, ident, **kwargs)


type(kernel.session).send = send
