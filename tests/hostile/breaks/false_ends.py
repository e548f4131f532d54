"""Says that its cell has ended while it goes on, and that the next has before it begins.

earns: 4
told: ran for more than @CELL@ seconds
"""

# %% middle
import time

kernel = get_ipython().kernel
parent = kernel.get_parent("shell")
for _ in range(3):
    kernel.session.send(kernel.iopub_socket, "status", {"execution_state": "idle"}, parent=parent)
    kernel.session.send(kernel.shell_stream, "execute_reply", {"status": "ok"}, parent=parent)
while True:
    time.sleep(0.01)
