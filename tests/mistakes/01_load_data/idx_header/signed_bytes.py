"""Bytes are taken for signed ones, which agrees while none exceeds 127.

loses: 1
told: A byte above 127 was taken for a negative number
"""


def idx_header(data):
    signed = np.frombuffer(data, np.int8).astype(int)

    def number(at):
        return int(signed[at : at + 4] @ [256**3, 256**2, 256, 1])

    count = 3 if number(0) == 2051 else 1
    return number(0), tuple(number(4 + 4 * k) for k in range(count))
