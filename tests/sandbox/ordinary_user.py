"""Runs Python scripts as someone who is not root, in a clone that this someone can read."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
USER = 4242  # any number that is nobody's will do

# Run as root in a mount namespace of its own: where folders on the way to the interpreter are
# closed to others, as root's home is, puts open ones in their places, and becomes the user.
BECOME_USER = """
import json, os, subprocess, sys, tempfile

open_up, folder, user, command = json.loads(sys.argv[1]), *sys.argv[2:4], sys.argv[4:]

def mount(*arguments):
    subprocess.run(["mount", *arguments], check=True)

def bind(source, target):
    if os.path.islink(source):
        os.symlink(os.readlink(source), target)
    elif os.path.isdir(source):
        os.makedirs(target, mode=0o755, exist_ok=True)
        mount("--bind", source, target)
    else:
        open(target, "w").close()
        mount("--bind", source, target)

mount("--make-rprivate", "/")
for closed, needed in open_up.items():
    behind = tempfile.mkdtemp(dir=folder)
    mount("--rbind", closed, behind)
    mount("-t", "tmpfs", "-o", "mode=755", "tmpfs", closed)
    for path in needed:
        source = os.path.normpath(os.path.join(behind, os.path.relpath(path, closed)))
        if os.stat(source).st_mode & 0o001:
            bind(source, path)
            continue
        os.makedirs(path, mode=0o755, exist_ok=True)
        for name in os.listdir(source):
            bind(os.path.join(source, name), os.path.join(path, name))
os.execvp("setpriv", ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups",
                      "--inh-caps=-all", "--bounding-set=-all", *command])
"""


def clone_into(folder: Path, *parts: str) -> None:
    """Copy parts of the repository: it may lie where others cannot go."""
    for part in parts:
        shutil.copytree(
            ROOT / part,
            folder / "clone" / part,
            ignore=shutil.ignore_patterns("__pycache__", "checks"),
        )


def give_to_user(folder: Path) -> None:
    """Let the user read and write all that is in a folder."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
        if os.getuid() == 0:
            os.chown(path, USER, USER)


def closed_folder_above(path: Path) -> Path | None:
    """Return the topmost folder on the way to a path that others may not pass, if there is one."""
    for folder in (*reversed(path.parents), path):
        if not folder.stat().st_mode & stat.S_IXOTH:
            return folder
    return None


def as_ordinary_user(script: Path, *arguments: str, home: Path, seconds: int = 240) -> str:
    """Run a Python script as someone who is not root; return what it prints."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "PYTHONPATH": str(home / "clone"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = ["env", "-i", *(f"{name}={value}" for name, value in environment.items())]
    command += [sys.executable, str(script), *arguments]
    if os.getuid() == 0:
        open_up: dict[str, list[str]] = {}
        for prefix in dict.fromkeys((sys.base_prefix, sys.prefix)):
            closed = closed_folder_above(Path(prefix))
            if closed is not None:
                open_up.setdefault(str(closed), []).append(prefix)
        become = [sys.executable, "-c", BECOME_USER, json.dumps(open_up), str(home), str(USER)]
        command = ["unshare", "--mount", *become, *command]
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
