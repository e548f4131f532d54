"""Pieces that show measured numbers: these and no others; where there are none, the build fails.

The numbers here are invented, in the shape that `make results` writes.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from autograder.results import schema
from autograder.website import live_pieces

pytestmark = pytest.mark.browser

RESULTS = Path(__file__).with_name("live_results.json")
MEASURED = json.loads(RESULTS.read_text("utf-8"))
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def pages(built_site, tmp_path_factory) -> Path:
    """A folder with a page for each piece, in the look of the site, opened without a server."""
    folder = tmp_path_factory.mktemp("pieces")
    for entry in built_site.folder.iterdir():
        (folder / entry.name).symlink_to(entry)
    shell = (built_site.folder / "licenses.html").read_text("utf-8")
    before, _, rest = shell.partition("<article")
    start, _, rest = rest.partition(">")
    after = rest.partition("</article>")[2]
    for name in ("folds", "depth", "normalization"):
        piece = live_pieces.piece_markup(name, f"piece-{name}.html", RESULTS)
        page = f"{before}<article{start}><h1>{name}</h1>{piece}</article>{after}"
        (folder / f"piece-{name}.html").write_text(page, "utf-8")
    return folder


@pytest.fixture(params=["light", "dark"])
def page(request, browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 1100}, color_scheme=request.param)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


def opened(page: Page, pages: Path, name: str) -> Locator:
    page.goto((pages / f"piece-{name}.html").as_uri())
    return page.locator(f".live-{name}")


def percent(value: float) -> str:
    return f"{100 * value:.2f}%"


@pytest.mark.parametrize("key", ["kfold", "depth", "normalization"])
def test_the_invented_numbers_have_the_shape_of_the_real_ones(key):
    shape = {"kfold": schema.KFOLD, "depth": schema.DEPTH, "normalization": schema.NORMALIZATION}
    jsonschema.validate(MEASURED[key], shape[key])


def test_choosing_k_shows_its_folds_scores_and_cost(page, pages):
    piece = opened(page, pages, "folds")
    for k, row in MEASURED["kfold"].items():
        piece.get_by_label(k, exact=True).check()
        assert piece.locator(".folds-table span").count() == int(k) ** 2
        assert piece.locator(".folds-table .folds-held").count() == int(k)
        label = piece.locator(".strip").get_attribute("aria-label")
        assert all(percent(score) in label for score in row["scores"])
        assert piece.locator(".strip-dot").count() == int(k)
        said = piece.locator(".folds-said").inner_text()
        assert said.startswith(f"K = {k}: mean {percent(row['mean'])}, standard deviation")
        assert f"{100 * row['std']:.3f}".rstrip("0") + " points" in said
        assert f"{row['n_train']:,}" in piece.locator(".folds-sizes").inner_text()
        chosen = piece.locator(".live-chosen").inner_text()
        assert chosen.split()[0] == k
        assert percent(max(row["scores"])) in chosen


def test_the_bar_of_cost_is_the_share_of_the_dearest(page, pages):
    piece = opened(page, pages, "folds")
    cost = {k: row["seconds"] for k, row in MEASURED["kfold"].items()}
    for k in cost:
        piece.get_by_label(k, exact=True).check()
        width = piece.locator(".folds-cost span").evaluate(
            "(bar) => bar.offsetWidth / bar.parentElement.offsetWidth"
        )
        assert width == pytest.approx(cost[k] / max(cost.values()), abs=0.01)


def test_the_arrow_keys_choose_k(page, pages):
    piece = opened(page, pages, "folds")
    piece.get_by_label("5", exact=True).focus()
    page.keyboard.press("ArrowRight")
    expect(piece.locator(".folds-said")).to_contain_text("K = 10:")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(piece.locator(".folds-said")).to_contain_text("K = 3:")


def test_adding_convolutions_shows_what_they_change(page, pages):
    piece = opened(page, pages, "depth")
    assert "baseline" in piece.locator(".depth-said").inner_text()
    for one in MEASURED["depth"][:6]:
        piece.get_by_label(str(one["layers"]), exact=True).check()
        assert piece.locator(".depth-plan li").all_inner_texts() == one["plan"]
        said = piece.locator(".depth-said").inner_text()
        assert said.startswith(f"{one['name']}: {one['parameters']:,} parameters")
        assert percent(one["mean"]) in said
        assert one.get("verdict", "compared with it") in said
        if one["layers"]:
            field = one["receptive_field"]
            assert f"{field} × {field} of 28 × 28" in piece.locator(".depth-seen").inner_text()
        assert piece.locator(".live-chosen th").inner_text() == one["name"]
        marker = float(piece.locator(".depth-accuracy .chart-marker").get_attribute("x1"))
        middle = piece.locator(".depth-accuracy circle").evaluate_all(
            "(dots, x) => dots.some((dot) => Math.abs(dot.getAttribute('cx') - x) < 0.1)", marker
        )
        assert middle, "the marker stands at the chosen depth"


def test_the_frame_on_the_digit_grows_with_the_receptive_field(page, pages):
    piece = opened(page, pages, "depth")

    def orange() -> int:
        return piece.locator(".depth-field").evaluate(
            """(canvas) => {
              const { data } = canvas.getContext("2d").getImageData(0, 0, 280, 280);
              let count = 0;
              for (let i = 0; i < data.length; i += 4) {
                if (data[i] === 255 && data[i + 1] === 158 && data[i + 2] === 44) count += 1;
              }
              return count;
            }"""
        )

    sizes = []
    for layers in ("1", "2", "3"):
        piece.get_by_label(layers, exact=True).check()
        sizes.append(orange())
    assert sizes == sorted(set(sizes))


def test_networks_of_the_same_depth_stand_in_the_table(page, pages):
    piece = opened(page, pages, "depth")
    assert piece.locator(".depth-choices label").count() == 6
    row = piece.locator('[data-name="more filters"]').inner_text()
    assert "1,083,350" in row
    assert "no difference shown" in row


def test_curves_at_the_shared_rate_and_at_each_ones_own(page, pages):
    piece = opened(page, pages, "normalization")
    measured = MEASURED["normalization"]
    assert piece.locator(".norm-chart polyline").count() == 6
    said = piece.locator(".norm-said").inner_text()
    assert said.count("learning rate 0.01") == 2
    assert percent(measured["shared"]["raw_accuracy"]["mean"]) in said
    assert "in 1 of 3 runs no number any more" in said
    before = [line.get_attribute("points") for line in piece.locator(".norm-chart polyline").all()]

    piece.get_by_label(re.compile("same for both")).focus()
    page.keyboard.press("ArrowDown")
    said = piece.locator(".norm-said").inner_text()
    assert "learning rate 0.0001" in said
    assert "learning rate 0.03" in said
    assert percent(measured["own_best"]["raw"]["accuracy"]["mean"]) in said
    after = [line.get_attribute("points") for line in piece.locator(".norm-chart polyline").all()]
    assert not set(before) & set(after)


def test_a_lower_loss_stands_lower_on_the_chart(page, pages):
    piece = opened(page, pages, "normalization")
    losses = np.array(MEASURED["normalization"]["shared"]["normalized"][0])
    points = piece.locator(".norm-chart polyline.chart-line-1").first.get_attribute("points")
    heights = np.array([float(point.split(",")[1]) for point in points.split()])
    slope = np.polyfit(np.log(losses), heights, 1)
    assert slope[0] < 0
    assert np.abs(np.polyval(slope, np.log(losses)) - heights).max() < 0.2


@pytest.mark.parametrize("name", ["folds", "depth", "normalization"])
def test_a_phone_shows_all_of_a_piece(browser: Browser, pages, name):
    page = browser.new_page(viewport=PHONE)
    opened(page, pages, name)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.close()


@pytest.mark.parametrize("name", ["folds", "depth", "normalization"])
def test_a_page_that_shows_what_was_not_measured_fails_the_build(tmp_path, name):
    with pytest.raises(live_pieces.PieceError, match=r"is missing.*make results"):
        live_pieces.piece_markup(name, "index.html", tmp_path / "results.json")
    (tmp_path / "results.json").write_text('{"baseline": {}}')
    with pytest.raises(live_pieces.PieceError, match="has no"):
        live_pieces.piece_markup(name, "index.html", tmp_path / "results.json")


def test_a_piece_that_nobody_wrote_fails_the_build(tmp_path):
    with pytest.raises(live_pieces.PieceError, match="no live piece 'drow', only draw"):
        live_pieces.piece_markup("drow", "index.html", tmp_path)


def test_measured_text_cannot_end_its_script(tmp_path):
    (tmp_path / "results.json").write_text('{"kfold": {"5": "</script><b>"}}')
    markup = live_pieces.piece_markup("folds", "index.html", tmp_path / "results.json")
    assert "</script><b>" not in markup
