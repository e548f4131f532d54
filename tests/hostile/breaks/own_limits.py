"""Lowers its own limits until nothing works.

earns: 4
told: the kernel died | ran for more than @CELL@ seconds
"""

# %% middle
import resource

for limit in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC):
    resource.setrlimit(limit, (0, 0))
resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
while True:
    pass
