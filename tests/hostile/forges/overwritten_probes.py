"""Changes its arguments, and overwrites the probe that would notice.

earns: 3
told: The numbers that came in were changed
"""

# %% double
import course.probes
from course.probes import registry


def double(numbers):
    numbers = numbers if isinstance(numbers, np.ndarray) else np.asarray(numbers)
    numbers *= 2
    return numbers


def changed_arguments(*args, **kwargs):
    return []


for name in list(registry._PROBES):
    registry._PROBES[name] = changed_arguments
    setattr(course.probes, name, changed_arguments)
registry.find_probe = lambda name: changed_arguments


# %% middle
def middle(numbers):
    return 7
