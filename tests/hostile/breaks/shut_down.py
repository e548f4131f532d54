"""Tells its kernel to shut down.

earns: 4
told: the kernel died | ran for more than @CELL@ seconds
"""

# %% middle
import asyncio

kernel = get_ipython().kernel
asyncio.ensure_future(
    kernel.shutdown_request(
        kernel.control_stream, [], {"content": {"restart": False}, "header": {}}
    )
)
get_ipython().ask_exit()
