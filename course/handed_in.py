"""Files that are handed in beside a notebook: where probes find them, and how large they may be."""

# In the namespace of a notebook that stands for the files handed in: the folder that holds them.
HANDED_IN_FOLDER = "__handed_in_folder__"
MAX_HANDED_IN_BYTES = 20 * 2**20


def too_large_to_read(name: str, size: int) -> str:
    """Say that a file has too many bytes to be read."""
    return (
        f"`{name}` has {size / 2**20:,.0f} MiB; at most {MAX_HANDED_IN_BYTES // 2**20} MiB are "
        "read. A network for this course needs less than one: save the model alone."
    )
