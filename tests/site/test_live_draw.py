"""Draw a digit: strokes are fitted as MNIST was made, and never guessed from nothing."""

import json
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from autograder.website import live_data
from course.data import load_sample

pytestmark = pytest.mark.browser

STROKES = json.loads(live_data.STROKES.read_text("utf-8"))["digits"]
RIGHT_AT_LEAST = 0.9
PAGES = ("index.html", "lessons/09-deepen.html")


@pytest.fixture
def page(browser: Browser, built_site):
    """The home page, opened from a folder."""
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.goto((built_site.folder / "index.html").as_uri())
    yield page
    page.close()


@pytest.fixture
def piece(page: Page) -> Locator:
    return ready(page)


def ready(page: Page) -> Locator:
    """Go to the piece; return it once the network has come, which it does when one is near."""
    piece = page.locator(".live-draw")
    piece.scroll_into_view_if_needed()
    page.locator(".live-draw.live-ready").wait_for()
    return piece


def say(piece: Locator | Page) -> str:
    return piece.locator(".draw-guess").inner_text()


def reading(piece: Locator) -> dict:
    """Return the pixels and probabilities of what stands on the pad, or None for each."""
    return piece.evaluate(
        """async (piece) => {
          const frame = () => new Promise((done) => requestAnimationFrame(done));
          await frame();
          await frame();
          const { pixels, probabilities } = piece.courseLiveReading;
          return { pixels: pixels && Array.from(pixels),
                   probabilities: probabilities && Array.from(probabilities) };
        }"""
    )


def draw(piece: Locator, strokes: list) -> None:
    """Draw on the pad with the mouse; points in units of the pad."""
    pad = piece.locator(".draw-pad")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    mouse = piece.page.mouse
    for stroke in strokes:
        points = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in stroke]
        mouse.move(*points[0])
        mouse.down()
        for point in points[1:]:
            mouse.move(*point)
        mouse.up()


def test_recorded_freehand_digits_are_read_rightly(piece):
    assert len(STROKES) >= 50
    assert {one["digit"] for one in STROKES} == set(range(10))
    wrong = []
    for number, one in enumerate(STROKES):
        piece.get_by_role("button", name="Clear").click()
        draw(piece, one["strokes"])
        given = int(np.argmax(reading(piece)["probabilities"]))
        if given != one["digit"]:
            wrong.append(f"{number}: {one['digit']} as {given}")
    print(f"{len(STROKES) - len(wrong)} of {len(STROKES)} freehand digits right; wrong: {wrong}")
    assert len(wrong) <= (1 - RIGHT_AT_LEAST) * len(STROKES)


def test_the_recorded_digits_are_those_of_the_script_that_explains_them(tmp_path: Path):
    script = live_data.STROKES.with_name("make_strokes.py")
    copy = tmp_path / script.name
    copy.write_text(script.read_text("utf-8"), "utf-8")
    exec(
        compile(copy.read_text("utf-8"), str(copy), "exec"),
        {"__name__": "__main__", "__file__": str(copy)},
    )
    assert (tmp_path / "strokes.json").read_text("utf-8") == live_data.STROKES.read_text("utf-8")


def test_an_empty_pad_gets_no_guess(piece):
    assert say(piece) == "Draw a digit from 0 to 9."
    assert reading(piece) == {"pixels": None, "probabilities": None}
    assert set(piece.locator(".draw-share").all_inner_texts()) == {"–"}
    draw(piece, STROKES[7]["strokes"])
    assert reading(piece)["probabilities"] is not None
    piece.get_by_role("button", name="Clear").click()
    assert reading(piece) == {"pixels": None, "probabilities": None}
    assert say(piece) == "Draw a digit from 0 to 9."
    assert piece.locator(".draw-layers canvas:visible").count() == 0


def test_a_dot_is_too_small_to_read(piece):
    draw(piece, [[(0.5, 0.5), (0.51, 0.5)]])
    assert reading(piece)["probabilities"] is None
    assert say(piece) == "Too small to read. Draw it larger."


def test_low_confidence_is_told(piece):
    """Of many meaningless scribbles some leave the network in doubt, and then the page says so."""
    rng = np.random.default_rng(3)
    said = {True: 0, False: 0}
    for _ in range(25):
        piece.get_by_role("button", name="Clear").click()
        draw(piece, rng.uniform(0.2, 0.8, (2, 4, 2)).tolist())
        probabilities = np.array(reading(piece)["probabilities"])
        first, second = np.argsort(probabilities)[::-1][:2]
        is_sure = bool(probabilities.max() >= 0.75)
        said[is_sure] += 1
        assert say(piece) == (
            f"This looks like a {first}."
            if is_sure
            else f"Unsure. Perhaps a {first}, perhaps a {second}."
        )
    assert min(said.values()) > 0, said


def place_and_size(image: np.ndarray) -> tuple[float, int]:
    """Return how far the center of mass is from pixel (14, 14), and the longer side of the ink."""
    off = [abs(np.average(np.arange(28), weights=image.sum(axis=axis)) - 14) for axis in (0, 1)]
    sides = [np.ptp(np.flatnonzero(image.any(axis=axis))) + 1 for axis in (0, 1)]
    return max(off), max(sides)


def test_strokes_are_fitted_as_mnist_was_made(piece):
    _, (images, _) = load_sample()
    of_mnist = [place_and_size(image) for image in images]
    assert max(off for off, _ in of_mnist) <= 0.501
    assert np.mean([side == 20 for _, side in of_mnist]) > 0.99
    for one in STROKES[::7]:
        piece.get_by_role("button", name="Clear").click()
        draw(piece, one["strokes"])
        pixels = np.array(reading(piece)["pixels"]).reshape(28, 28)
        off, side = place_and_size(pixels)
        assert off <= 0.501
        assert side == 20
        assert 0 < np.mean((pixels > 0) & (pixels < 1)) < 0.3, "edges are gray"
        assert pixels.max() == 1


def test_size_and_place_on_the_pad_change_nothing(piece):
    strokes = STROKES[3]["strokes"]
    draw(piece, strokes)
    whole = np.array(reading(piece)["pixels"])
    piece.get_by_role("button", name="Clear").click()
    everything = np.concatenate([np.array(stroke) for stroke in strokes])
    low = everything.min(axis=0)
    draw(piece, [((np.array(stroke) - low) + [0.1, 0.1]).tolist() for stroke in strokes])
    moved = np.array(reading(piece)["pixels"])
    assert np.abs(whole - moved).mean() < 0.02


def test_the_keys_draw_a_seven(page, piece):
    page.keyboard.press("Tab")
    pad = piece.locator(".draw-pad")
    pad.focus()
    for _ in range(10):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Space")
    for _ in range(18):
        page.keyboard.press("ArrowRight")
    page.keyboard.down("ArrowDown")
    for _ in range(10):
        page.keyboard.down("ArrowLeft")
        page.keyboard.up("ArrowLeft")
        page.keyboard.down("ArrowDown")
    page.keyboard.up("ArrowDown")
    page.keyboard.press("Space")
    expect(piece.get_by_role("status")).to_have_text("This looks like a 7.")
    page.keyboard.press("Tab")
    expect(piece.get_by_role("button", name="Clear")).to_be_focused()
    page.keyboard.press("Enter")
    assert reading(piece)["probabilities"] is None


def test_a_stroke_is_undone_by_button_and_key(page, piece):
    pad = piece.locator(".draw-pad")
    strokes = next(one["strokes"] for one in STROKES if len(one["strokes"]) == 2)
    draw(piece, strokes[:1])
    first = reading(piece)
    for undo in (
        lambda: piece.get_by_role("button", name="Undo stroke").click(),
        lambda: (pad.focus(), page.keyboard.press("Backspace")),
    ):
        draw(piece, strokes[1:])
        assert reading(piece)["pixels"] != first["pixels"]
        undo()
        assert reading(piece)["pixels"] == first["pixels"]


def test_a_finger_draws(browser: Browser, built_site):
    page = browser.new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto((built_site.folder / "index.html").as_uri())
    piece = ready(page)
    pad = piece.locator(".draw-pad")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    touch = page.context.new_cdp_session(page)
    scrolled = page.evaluate("scrollY")
    (stroke,) = next(one["strokes"] for one in STROKES if one["digit"] == 3)
    for number, (x, y) in enumerate(stroke):
        point = {"x": box["x"] + x * box["width"], "y": box["y"] + y * box["height"]}
        kind = "touchMove" if number else "touchStart"
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert int(np.argmax(reading(piece)["probabilities"])) == 3
    assert page.evaluate("scrollY") == scrolled, "the page stays where it is while one draws"
    page.close()


def test_every_layer_shows_its_maps_and_says_what_they_are(piece):
    draw(piece, STROKES[8]["strokes"])
    reading(piece)
    rows = piece.locator(".draw-layers li")
    layers = piece.evaluate(
        "() => courseLive.model.layers.filter((l) => l.kind !== 'flatten').length"
    )
    assert rows.count() == layers
    for row in rows.all():
        canvas = row.locator("canvas")
        assert canvas.is_visible()
        assert "largest in place" in canvas.get_attribute(
            "aria-label"
        ) or "the brightest is map" in (canvas.get_attribute("aria-label"))
        colors = canvas.evaluate(
            """(canvas) => new Set(canvas.getContext("2d")
              .getImageData(0, 0, canvas.width, canvas.height).data).size"""
        )
        assert colors > 4, "not all black"


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_an_example_is_drawn_for_those_who_ask(browser: Browser, built_site, motion):
    page = browser.new_page(reduced_motion=motion)
    page.goto((built_site.folder / "index.html").as_uri())
    piece = ready(page)
    piece.get_by_role("button", name="5", exact=True).press("Enter")
    if motion == "reduce":
        assert reading(piece)["probabilities"] is not None, "it stands there at once"
    expect(piece.get_by_role("status")).to_have_text("This looks like a 5.")
    first = reading(piece)["pixels"]
    piece.get_by_role("button", name="5", exact=True).press("Enter")
    expect(piece.locator(".draw-guess")).to_have_text("This looks like a 5.")
    page.wait_for_function(
        "(first) => { const r = document.querySelector('.live-draw')"
        ".courseLiveReading.pixels; return r && r.some((v, i) => v !== first[i]); }",
        arg=first,
    )
    page.close()


def test_the_examples_are_recorded_digits():
    text = (live_data.FOLDER / "examples.js").read_text("utf-8")
    assert text == live_data.script("examples", live_data.examples())


def test_the_page_says_which_network_it_runs(piece):
    told = piece.locator(".draw-about").inner_text()
    model = piece.evaluate("() => ({...courseLive.model, weights: ''})")
    assert model["title"] in told
    assert f"{model['parameters']:,} parameters" in told
    assert f"{model['training_images']:,} digits" in told


@pytest.mark.parametrize("address", PAGES)
def test_without_scripts_the_page_says_what_is_missing(browser: Browser, built_site, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built_site.folder / address).as_uri())
    assert "It needs JavaScript" in page.locator(".live-draw").inner_text()
    assert not page.locator(".live-draw button").first.is_visible()
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_the_network_comes_after_the_page_and_when_it_is_about_to_be_seen(
    browser, built_site, address
):
    page = browser.new_page(viewport={"width": 390, "height": 400})
    waiting = []
    page.route("**/live/model.js", lambda route: waiting.append(route))
    with page.expect_request("**/live/model.js"):
        page.goto((built_site.folder / address).as_uri())
        page.locator(".live-draw").scroll_into_view_if_needed()
    assert page.evaluate("document.readyState") == "complete"
    assert say(page) == "The network is on its way."
    (route,) = waiting
    route.continue_()
    assert say(ready(page)) == "Draw a digit from 0 to 9."
    page.close()


def test_those_who_do_not_come_near_are_spared_the_weights(browser, built_site):
    page = browser.new_page(viewport={"width": 390, "height": 400})
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto((built_site.folder / "lessons/09-deepen.html").as_uri())
    page.wait_for_timeout(500)
    assert any("live/draw.js" in url for url in fetched)
    assert not any("live/model.js" in url for url in fetched)
    page.close()


def test_a_network_that_does_not_come_is_told(browser, built_site):
    page = browser.new_page()
    page.route("**/live/model.js", lambda route: route.abort())
    page.goto((built_site.folder / "index.html").as_uri())
    page.locator(".live-draw").scroll_into_view_if_needed()
    expect(page.locator(".draw-guess")).to_contain_text("could not be fetched")
    page.close()


def test_only_pages_that_show_a_piece_load_its_scripts(built_site):
    for path in built_site.pages():
        text = path.read_text("utf-8")
        assert ("javascripts/live/draw.js" in text) == ('data-live="draw"' in text), path
        assert ("javascripts/live/" in text) == ("data-live=" in text), path
        assert ("stylesheets/live.css" in text) == ("data-live=" in text), path
    for address in PAGES:
        assert 'data-live="draw"' in (built_site.folder / address).read_text("utf-8")
