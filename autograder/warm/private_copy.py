"""Imports modules a second time, as copies that code in a notebook cannot get by their names."""

import importlib
import sys
from collections.abc import Collection
from types import ModuleType


def private_copy(name: str, packages: Collection[str]) -> ModuleType:
    """Return a copy of a module that imports copies of our other modules.

    Args:
        name: the module.
        packages: modules and packages of ours that are copied with it.
    """
    importlib.import_module(name)
    for package in packages:
        importlib.import_module(package)
    copied = [one for one in sys.modules if _is_in(one, packages) or one == name]
    public = {one: sys.modules.pop(one) for one in copied}
    # `from course import wire` finds what the package has under that name before it imports.
    parents = {one: _parent_of(one, public) for one in copied}
    for one, parent in parents.items():
        vars(parent).pop(one.rpartition(".")[2], None)
    try:
        return importlib.import_module(name)
    finally:
        for one in [one for one in sys.modules if one in public or _is_in(one, packages)]:
            del sys.modules[one]
        sys.modules.update(public)
        for one, parent in parents.items():
            setattr(parent, one.rpartition(".")[2], public[one])


def _is_in(module: str, packages: Collection[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def _parent_of(name: str, public: dict[str, ModuleType]) -> ModuleType:
    parent = name.rpartition(".")[0]
    return public.get(parent) or sys.modules[parent]
