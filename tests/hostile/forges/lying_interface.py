"""Returns an object whose array interface points at memory that is not its own.

earns: 4
told: is Opaque(type_name='Liar'), it should be 3
"""


# %% middle
class Liar:
    __array_interface__ = {
        "shape": (10**6,),
        "typestr": "<f8",
        "data": (4096, False),
        "version": 3,
    }


answer = Liar()


def middle(numbers):
    return answer
