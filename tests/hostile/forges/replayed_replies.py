"""Sends, again and again, a right reply of an earlier question.

earns: 5
told: `middle` gave no answer within @ANSWER@ seconds
"""


# %% middle
def middle(numbers):
    return 3 if len(numbers) == 3 else 7


kernel = get_ipython().kernel
send_as_before = type(kernel.session).send


first = []


def send(session, stream, kind, content=None, *args, **kwargs):
    if kind == "judge_reply":
        first.append((content, args, kwargs))
        content, args, kwargs = first[0]
    return send_as_before(session, stream, kind, content, *args, **kwargs)


type(kernel.session).send = send
