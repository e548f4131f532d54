"""Was renamed, with quotes, spaces, a newline and letters that are not Latin.

earns: 6
told: The notebook was handed in as мои 'ответы'
"""

import json


def hand_in(folder, notebook):
    name = "мои 'ответы' \"v2\"\nfinal 数字 <b>.ipynb"
    (folder / name).write_text(json.dumps(notebook), encoding="utf-8")
