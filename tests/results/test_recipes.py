"""A recipe names one fit, and a record is used for just that fit."""

import ast
import json

import pytest

from autograder.results import networks, plan, references
from autograder.results.plan import FULL, IMPROVEMENTS, PARTS, QUICK, TOGETHER, fits_of
from autograder.results.recipe import Fit, Images, key_of
from autograder.results.store import Store, check_parts, plan_tasks

FIT = Fit("05_build.build_baseline", Images("fold", 0, 5, 2), epochs=3, arguments={"a": [1]})


def test_a_recipe_survives_json():
    assert Fit.from_dict(json.loads(json.dumps(FIT.as_dict()))) == FIT


def test_a_key_is_the_same_in_every_process():
    assert key_of({"epochs": 3, "seed": 0}, "data", "code") == key_of(
        {"seed": 0, "epochs": 3}, "data", "code"
    )
    assert key_of({"epochs": 3}, "data", "code") == "3d2790456447f3bd"


@pytest.mark.parametrize(
    "change",
    [
        {"seed": 1},
        {"epochs": 4},
        {"batch_size": 64},
        {"threads": 2},
        {"images": Images("fold", 0, 5, 3)},
        {"images": Images("fold", 1, 5, 2)},
        {"arguments": {"a": [2]}},
        {"learning_rate": 0.1},
        {"preparation": "raw"},
    ],
)
def test_another_recipe_has_another_key(change):
    store = Store.of("d", [])
    assert store.key(FIT.but(**change)) != store.key(FIT)


def test_other_digits_or_other_code_have_another_key():
    assert key_of({}, "one", "code") != key_of({}, "other", "code")
    assert key_of({}, "data", "one") != key_of({}, "data", "other")


def test_words_about_a_function_do_not_change_its_code():
    plain, worded, other = (
        ast.parse(text).body[0]
        for text in (
            "def f(x):\n    return x + 1",
            'def f(x):\n    """Add one."""\n    return (x +\n  1)  # one more',
            "def f(x):\n    return x + 2",
        )
    )
    assert references.source_of(plain) == references.source_of(worded)
    assert references.source_of(plain) != references.source_of(other)


def test_code_that_a_function_leans_on_counts(monkeypatch, tmp_path):
    monkeypatch.setattr(references.repository, "SOLUTIONS", tmp_path)
    hashes = []
    for number in (1, 2):
        name = f"{number:02}_tried"
        (tmp_path / f"{name}.py").write_text(
            f"# %%\ndef helper():\n    return {number}\n\n\n"
            "def top():\n    return helper()\n\n\ndef other():\n    return 3\n"
        )
        assert references.reference(f"{name}.top")() == number
        hashes.append([references.code_hash(f"{name}.{of}") for of in ("top", "other")])
    (top, other), (changed, unchanged) = hashes
    assert top != changed
    assert other == unchanged


def test_a_function_is_taken_without_running_cells(monkeypatch, tmp_path):
    monkeypatch.setattr(references.repository, "SOLUTIONS", tmp_path)
    (tmp_path / "03_tried.py").write_text(
        "# %%\nimport math\nimport no_such_module\n\nraise SystemExit\n\n\n"
        "# %%\ndef root(x):\n    return math.sqrt(x)\n"
    )
    assert references.reference("03_tried.root")(9) == 3
    with pytest.raises(references.UnknownFunction, match="It has: root"):
        references.reference("03_tried.square")


def test_a_final_recipe_is_known_by_its_whole_module(monkeypatch, tmp_path):
    monkeypatch.setattr(networks, "__file__", str(tmp_path / "networks.py"))
    hashes = set()
    for text in ("RATE = 1\n", '"""About the rate."""\n\nRATE = 1  # one\n', "RATE = 2\n"):
        (tmp_path / "final_recipe.py").write_text(text)
        networks._code_of.cache_clear()
        hashes.add(networks.code_of(FIT.but(network="final", images=Images("all"))))
    networks._code_of.cache_clear()
    assert len(hashes) == 2


def test_improvements_change_one_thing_each_and_then_all():
    fits = plan.improvements(FULL)
    base = fits.pop("baseline").as_dict()
    together = fits.pop(TOGETHER).as_dict()
    for name, fit in fits.items():
        changed = {key for key, value in fit.as_dict().items() if value != base[key]}
        assert len(changed) == 1, name
        assert fit.epochs == base["epochs"]
        for key in changed - {"arguments"}:
            assert together[key] == fit.as_dict()[key]
        assert together["arguments"].items() >= fit.arguments.items()
    assert set(fits) == set(IMPROVEMENTS)


def test_all_comparisons_share_their_folds_and_seeds():
    fits = [f for part in ("baseline", "improvements", "depth") for f in fits_of(part, FULL, _none)]
    folds = {fit.images for fit in fits if fit.images.split == "fold" and fit.seed == 0}
    assert folds == set(Images.folds(5))


def test_depths_go_from_none_to_the_deepest():
    layers = [
        sum(layer[0] == "conv" for layer in arguments["layers"])
        for network, arguments in plan.DEPTHS.values()
        if network == "convolutions"
    ]
    assert layers == [0, 2, 4, 6]
    assert {plan.ONE_CONVOLUTION, plan.DEEPER} <= {network for network, _ in plan.DEPTHS.values()}


def test_the_baseline_is_trained_with_the_batch_size_of_the_solution():
    from autograder import repository

    script = repository.script_path("05_build").read_text("utf-8")
    assert f"batch_size={plan.baseline(FULL).batch_size},\n" in script


def test_a_fit_of_two_parts_is_run_once():
    tasks = plan_tasks(PARTS, QUICK, Store.of("d", []))
    assert len({task.key for task in tasks}) == len(tasks)
    shared = Store.of("d", []).key(plan.baseline(QUICK))
    assert [task.part for task in tasks if task.key == shared] == ["baseline"]


def test_the_second_round_follows_from_the_search(scale, recorded):
    store = recorded(["normalization"])
    best = plan.best_rate(scale, "raw", store.find)
    assert best in scale.rates
    assert plan.best_rate(scale, "raw", _none) is None
    fits = fits_of("normalization", scale, store.find)
    reported = plan.normalization_seeds(scale, "raw", best)
    assert set(map(str, reported)) <= set(map(str, fits))
    searched = {f.images for f in plan.normalization_search(scale, "raw")}
    assert not searched & {f.images for f in reported}, "reported where it was chosen"


def test_parts_run_in_their_own_order_and_unknown_ones_are_named():
    assert check_parts(["depth", "baseline"]) == ("baseline", "depth")
    assert check_parts([]) == PARTS
    with pytest.raises(ValueError, match="There is no part 'deep'"):
        check_parts(["deep"])


def _none(fit):
    return None
