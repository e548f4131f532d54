"""The quizzes as archives for a learning platform: complete, and well-formed."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from autograder.website.quizzes import LESSONS, before_the_first, export

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
PACKAGE = "{http://www.imsglobal.org/xsd/imscp_v1p1}"


@pytest.fixture(scope="module", params=sorted(LESSONS.glob("*.md")), ids=lambda path: path.stem)
def lesson(request) -> Path:
    return request.param


@pytest.fixture(scope="module")
def archive(lesson, tmp_path_factory) -> zipfile.ZipFile:
    with zipfile.ZipFile(export(lesson, tmp_path_factory.mktemp("quizzes"))) as archive:
        yield archive


def items(archive: zipfile.ZipFile) -> list[ElementTree.Element]:
    names = sorted(name for name in archive.namelist() if name.startswith("items/"))
    return [ElementTree.fromstring(archive.read(name)).find(f"{QTI}item") for name in names]


def test_the_manifest_lists_every_file_of_the_archive(archive):
    manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
    files = {file.get("href") for file in manifest.iter(f"{PACKAGE}file")}
    assert files | {"imsmanifest.xml"} == set(archive.namelist())
    assert archive.testzip() is None


def test_every_question_is_there_with_its_options_and_one_right_answer(archive, lesson):
    blocks = re.findall(r"<quiz>(.*?)</quiz>", lesson.read_text("utf-8"), re.DOTALL)
    wanted = sorted(len(re.findall(r"^- \[", block, re.MULTILINE)) for block in blocks)
    found = items(archive)
    assert sorted(len(list(item.iter(f"{QTI}response_label"))) for item in found) == wanted
    for item in found:
        (right,) = item.iter(f"{QTI}varequal")
        assert right.text in {label.get("ident") for label in item.iter(f"{QTI}response_label")}


def test_every_option_is_explained_and_no_markdown_is_left(archive, lesson):
    explanations = len(re.findall(r"^> ", lesson.read_text("utf-8"), re.MULTILINE))
    explained = 0
    for item in items(archive):
        texts = [text.text for text in item.iter(f"{QTI}mattext")]
        assert not any(re.search(r"`|\{\{|\]\(", text) for text in texts), texts
        explained += texts[-1].count("<li>")
        assert texts[-1].count("Right. ") == 1
    assert explained >= explanations * 0.9  # a quoted formula is no explanation
    assert explained == sum(len(list(item.iter(f"{QTI}response_label"))) for item in items(archive))


def test_the_first_question_brings_what_it_refers_to():
    text = (LESSONS / "05-build.md").read_text("utf-8")
    assert "layers.Conv2D(32, 3)" in before_the_first(text)
