"""Without the other exercise; NumPy finds out about the length."""


def read_idx(data):
    headers = {b"\0\0\x08\x01": 8, b"\0\0\x08\x03": 16}
    if bytes(data[:4]) not in headers or len(data) < headers[data[:4]]:
        raise ValueError("not an idx file of images or labels")
    header = headers[data[:4]]
    shape = np.frombuffer(data[4:header], ">i4")
    return np.frombuffer(data, "u1", offset=header).reshape(shape).copy()
