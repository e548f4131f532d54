"""Searches all memory that it was forked with, for what the zygote may have seen.

earns: 4
told: is found nothing, it should be 3 | `middle` gave no answer within @ANSWER@ seconds
"""


# %% middle
def middle(numbers):
    import re

    pattern = re.compile(
        rb"oka[p]i-\d{4}|quagg[a]-\d{4}|tapi[r]-\d{4}|BEGI[N] MARK|secre[t] of the"
    )
    found = []
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps.read().splitlines():
            span, rights, *_, name = line.split()
            begin, end = (int(part, 16) for part in span.split("-"))
            if "rw" not in rights or end - begin > 2**28 or name.startswith("/"):
                continue
            try:
                memory.seek(begin)
                found += pattern.findall(memory.read(end - begin))
            except (OSError, ValueError, MemoryError):
                continue
    return str(found or "found nothing")
