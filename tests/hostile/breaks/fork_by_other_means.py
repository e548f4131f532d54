"""Starts processes with vfork, clone, clone3 and posix_spawn.

earns: 4
told: its cell ended with BlockingIOError
"""

# %% middle
import ctypes
import os
import platform

libc = ctypes.CDLL(None, use_errno=True)
x86 = platform.machine() == "x86_64"
vfork, clone, clone3 = (58, 56, 435) if x86 else (-1, 220, 435)
arguments = (ctypes.c_uint64 * 11)(0, 0, 0, 0, 17)
started = [
    number
    for number in (
        libc.syscall(clone, 17, 0, 0, 0, 0),
        libc.syscall(clone3, ctypes.byref(arguments), 88),
        *([libc.syscall(57)] if x86 else []),
    )
    if number >= 0
]
if 0 in started:
    os._exit(0)
os.posix_spawn("/bin/sleep", ["sleep", "60"], {})
