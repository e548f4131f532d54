"""The file's parts in a folder, packed anew.

loses: 3
told: archive without the plan
"""

import zipfile

with zipfile.ZipFile("final_model.keras") as archive:
    parts = {name: archive.read(name) for name in archive.namelist()}
with zipfile.ZipFile("final_model.keras", "w") as archive:
    for name, content in parts.items():
        archive.writestr("final_model/" + name, content)


def final_model():
    return "final_model.keras"
