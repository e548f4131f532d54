"""Opens the gradebook to read and to write it.

earns: 4
told: OperationalError
"""


# %% middle
def middle(numbers):
    import sqlite3

    database = sqlite3.connect("@CLASS@/gradebook.db")
    database.execute("update grade set manual_score = 100")
    database.commit()
    return database.execute("select * from student").fetchall()
