"""A small archive that unpacks to more than a network ever needs.

loses: 3
told: unpacks to hundreds of megabytes
"""

import zipfile

with zipfile.ZipFile("final_model.keras", "a", zipfile.ZIP_DEFLATED) as archive:
    with archive.open("model.notes.txt", "w") as notes:
        for _ in range(201):
            notes.write(bytes(2**20))


def final_model():
    return "final_model.keras"
