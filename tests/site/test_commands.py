"""Every command that a page shows exists, with the options that are shown."""

import re
import shlex
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer
from nbgrader.apps.nbgraderapp import NbGraderApp

from autograder.cli import app

REPOSITORY = Path(__file__).resolve().parents[2]
SITE = REPOSITORY / "site"
PAGES = sorted(
    page for folder in ("teach", "author", "learn") for page in (SITE / folder).glob("*.md")
)
SHELLS = ("bash", "powershell")


@dataclass(frozen=True)
class Command:
    """A command as a page shows it."""

    page: str
    text: str

    @property
    def words(self) -> list[str]:
        return shlex.split(self.text, comments=True, posix=True)

    def __str__(self) -> str:
        return f"{self.page}: {self.text}"


def shown() -> list[Command]:
    """Return the commands in the pages' blocks, and those of `autograder` in their sentences."""
    found = []
    for page in PAGES:
        text = page.read_text("utf-8")
        for shell, block in re.findall(
            r"^ *```(\w+)[^\n]*\n(.*?)^ *```$", text, re.DOTALL | re.MULTILINE
        ):
            if shell in SHELLS:
                found += [Command(page.stem, line.strip()) for line in block.splitlines()]
        inline = re.findall(r"`((?:autograder|nbgrader) [a-z_]+[^`\n]*)`", text)
        found += [Command(page.stem, command) for command in inline]
    return [command for command in found if command.text]


COMMANDS = shown()


def of(*programs: str) -> list[Command]:
    return [command for command in COMMANDS if command.words[0] in programs]


def every(*programs: str):
    return pytest.mark.parametrize("command", of(*programs), ids=str)


@every("autograder")
def test_our_own_commands_take_what_the_pages_give_them(command):
    group = typer.main.get_command(app)
    name, *arguments = command.words[1:]
    assert name in group.commands, command
    if not arguments or arguments == ["--help"]:
        return  # a sentence speaks of the command
    subcommand = group.commands[name]
    with subcommand.make_context(name, list(arguments), resilient_parsing=False) as context:
        assert context.args == []


@every("nbgrader")
def test_commands_of_nbgrader_exist_with_these_options(command):
    program, words = NbGraderApp, command.words[1:]
    while isinstance(program.subcommands, dict) and words[0] in program.subcommands:
        program = program.subcommands[words.pop(0)][0]
    assert program is not NbGraderApp, command
    for word in words:
        if word.startswith("--"):
            option = word[2:].partition("=")[0]
            known = {key if isinstance(key, str) else key[0] for key in program.aliases}
            known |= set(program.flags)
            of_a_class = re.fullmatch(r"([A-Z]\w+)\.(\w+)", option)
            if of_a_class is None:
                assert option in known, command
            else:
                classes = {one.__name__: one for one in program().classes}
                assert of_a_class[2] in classes[of_a_class[1]].class_traits(config=True), command


@every("make")
def test_targets_of_make_exist(command):
    targets = re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(command.words[1:]) <= set(targets)


def test_extras_that_are_installed_exist():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    extras = {
        extra
        for command in COMMANDS
        for group in re.findall(r"\.\[([a-z,]+)\]", command.text)
        for extra in group.split(",")
    }
    assert {"learner", "instructor"} <= extras <= set(project["optional-dependencies"])


def test_nothing_else_is_shown_than_what_is_checked_here_or_known_to_everyone():
    checked = {"autograder", "nbgrader", "make"}
    known = {"cd", "mkdir", "rm", "source", "sudo", "unshare", "py", ".venvScriptsactivate"}
    python = {"python", "python3", "jupyter"}
    assert {command.words[0] for command in COMMANDS} <= checked | known | python


def messages() -> list[tuple[str, str]]:
    """Return the messages that troubleshooting tells the meaning of."""
    text = (SITE / "teach" / "troubleshooting.md").read_text("utf-8")
    first_cells = re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)
    assert len(first_cells) >= 10
    return first_cells


@pytest.mark.parametrize("message", messages())
def test_a_message_that_is_explained_is_one_that_we_give(message):
    source = " ".join(
        re.sub(r'"\s*\n\s*f?"', "", path.read_text("utf-8"))
        for package in ("autograder", "course")
        for path in sorted((REPOSITORY / package).rglob("*.py"))
        if "checks" not in path.parts
    ).replace("`", "")
    assert message.rstrip(" …") in source, message
