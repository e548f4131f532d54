"""What the functions of section 00 do on other numbers than its checks'."""

import numpy as np
from common import Namespace, digits

from autograder.mutation.behavior import call

rng = np.random.default_rng(20)
pixels = digits(2000, 2006)[0].reshape(6, -1) / 255.0
small = rng.normal(size=(7, 5))


def _layer(units, width):
    """Observe what a layer gives with weights of ours, and that each call makes a new one."""
    inputs = np.random.default_rng(units).normal(size=(3, width)).astype("float32")

    def look(notebook: Namespace):
        layer = notebook["make_dense_layer"](units)
        layer(inputs)
        shapes = [weights.shape for weights in layer.get_weights()]
        layer.set_weights([np.linspace(-1, 2, int(np.prod(s))).reshape(s) for s in shapes])
        return {
            "outputs": np.asarray(layer(inputs)),
            "other rows": np.asarray(layer(inputs[:1])).shape,
            "weights": shapes,
            "new": notebook["make_dense_layer"](units) is not layer,
        }

    return look


OBSERVATIONS = {
    "warm_up": [
        call("warm_up", np.array([1.5, -2.0, 4.0]), np.array([3.0, 0.5, -1.0])),
        call("warm_up", rng.normal(size=9), rng.normal(size=9)),
        call("warm_up", np.array([-3.0]), np.array([0.25])),
    ],
    "make_dense_layer": [_layer(4, 6), _layer(1, 3), _layer(9, 2)],
    "dense": [
        call("dense", small, rng.normal(size=(5, 3)), rng.normal(size=3)),
        call("dense", small[:1], rng.normal(size=(5, 4)), rng.normal(size=4)),
        call("dense", pixels, rng.normal(size=(784, 10)), rng.normal(size=10)),
        call("dense", np.eye(3), rng.normal(size=(3, 3)), np.array([1.0, 2.0, 3.0])),
    ],
    "relu": [
        call("relu", np.array([-7.0, -0.4, 0.0, 0.3, 8.0])),
        call("relu", rng.normal(size=(4, 6))),
        call("relu", rng.normal(size=(2, 3, 3, 4)).astype("float32")),
        call("relu", np.array([[-np.inf, np.inf], [-1e-9, 1e9]])),
    ],
    "softmax": [
        call("softmax", np.array([0.4, -1.2, 2.5, 0.0])),
        call("softmax", 3 * rng.normal(size=(6, 4))),
        call("softmax", rng.normal(size=(4, 4))),
        call("softmax", np.array([[900.0, 901.0, 850.0], [-2000.0, -2001.0, -1999.5]])),
        call("softmax", np.array([[2.0, 1.0]])),
    ],
    "count_dense_parameters": [
        call("count_dense_parameters", 784, 100),
        call("count_dense_parameters", 7, 1),
        call("count_dense_parameters", 1, 6),
        call("count_dense_parameters", 33, 12),
    ],
    "gradient_step": [
        call(
            "gradient_step",
            rng.normal(size=(6, 4)),
            np.array([2, 0, 1, 1, 2, 0]),
            rng.normal(size=(4, 3)),
            rng.normal(size=3),
            0.3,
        ),
        call(
            "gradient_step",
            pixels,
            digits(2000, 2006)[1],
            0.1 * rng.normal(size=(784, 10)),
            0.1 * rng.normal(size=10),
            2.0,
        ),
        call(
            "gradient_step",
            np.array([[1.0, -2.0]]),
            np.array([1]),
            np.array([[900.0, 0.5], [0.0, -900.0]]),
            np.array([0.5, -0.5]),
            1.5,
        ),
    ],
}
