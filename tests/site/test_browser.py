"""The built pages in a real browser: nothing from outside, nothing cut off, quizzes that answer."""

import gzip
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

WIDTHS = (390, 768, 1440)
AXE_OPTIONS = {"resultTypes": ["violations"]}
# Contrast takes as long as all else together, and pages share their styles. So a few are looked
# at here; the slow test looks at all of them, in both palettes and on three widths.
AXE_BUT_COLORS = AXE_OPTIONS | {"rules": {"color-contrast": {"enabled": False}}}
AXE_COLORS = AXE_OPTIONS | {"runOnly": ["color-contrast"]}
AXE_COLORS_OF = ("index.html", "lessons/07-diagnose.html", "reference.html")
# A4 between margins of 10 millimeters, at 96 pixels an inch.
PAPER = 718
WHITE = ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
LESSON = "lessons/04-prepare.html"
# In pixels, from the top of a lesson to its sources.
LONGEST_GAP = """() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const pieces = document.querySelectorAll("article :is(figure, .quiz, .live)");
  const boxes = [...pieces].map((piece) => piece.getBoundingClientRect());
  boxes.push(box("#sources"));
  boxes.sort((one, other) => one.top - other.top);
  let end = box("article").top, longest = 0;
  for (const { top, bottom } of boxes) {
    longest = Math.max(longest, top - end);
    end = Math.max(end, bottom);
  }
  return Math.round(longest);
}"""


@dataclass
class Visits:
    """What was seen on a visit to every page, in light and dark, on three widths."""

    looks: set[tuple[str, str]] = field(default_factory=set)
    outside: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    overflows: list[str] = field(default_factory=list)
    barriers: list[str] = field(default_factory=list)


def listen(page, address: str, seen: Visits) -> None:
    """Note down whatever a page asks of others or complains about."""
    ours = (address, "data:")
    page.on("request", lambda r: r.url.startswith(ours) or seen.outside.append(r.url))
    page.on("response", lambda r: r.status < 400 or seen.faults.append(f"{r.url}: {r.status}"))
    page.on("pageerror", lambda error: seen.faults.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda said: (
            said.type in ("error", "warning") and seen.faults.append(f"{page.url}: {said.text}")
        ),
    )


@pytest.fixture(scope="module")
def visits(browser, address, built_site) -> Visits:
    """Load each page once, and look at it in both palettes and on three widths."""
    seen, axe = Visits(), Axe()
    page = browser.new_page(color_scheme="light", reduced_motion="reduce")
    listen(page, address, seen)
    for path in built_site.pages():
        name = path.relative_to(built_site.folder).as_posix()
        page.set_viewport_size({"width": WIDTHS[-1], "height": 900})
        open_whole(page, address + name)
        seen.barriers += barriers(axe.run(page, options=AXE_BUT_COLORS), name)
        for _ in range(2):
            if name in AXE_COLORS_OF:
                found = axe.run(page, options=AXE_COLORS)
                seen.barriers += barriers(found, f"{name}, {palette(page)}")
            seen.looks.add((name, palette(page)))
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    seen.overflows.append(f"{name}, {palette(page)}, {width} pixels")
            switch_palette(page)
        # The palette is remembered: every other page is opened in the dark one.
        switch_palette(page)
    page.close()
    return seen


def open_whole(page, address: str) -> None:
    """Open a page, and go to what comes only to those who look at it."""
    page.goto(address, wait_until="load")
    if page.locator(".live-draw").count():
        page.locator(".live-draw").scroll_into_view_if_needed()
        page.locator(".live-draw.live-ready").wait_for()


def switch_palette(page) -> None:
    page.locator("[data-md-component=palette] label:visible").click()


def palette(page) -> str:
    return page.evaluate("document.body.dataset.mdColorScheme")


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_either_palette_on_any_width(browser, address, built_site, scheme):
    axe, found = Axe(), []
    page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")
    for path in built_site.pages():
        name = path.relative_to(built_site.folder).as_posix()
        open_whole(page, address + name)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found += barriers(axe.run(page, options=AXE_OPTIONS), f"{name}, {scheme}, {width}")
    page.close()
    assert found == []


def barriers(results, where: str = "") -> list[str]:
    """Return what axe finds that keeps some readers out, in a line each."""
    return [
        f"{where}: {found['id']}, {found['help']}: {found['nodes'][0]['html'][:120]}"
        for found in results.response["violations"]
        if found["impact"] in ("serious", "critical")
    ]


def test_every_page_was_visited_in_both_palettes(visits, built_site):
    assert len(visits.looks) == 2 * len(built_site.pages()) >= 50


def test_no_page_asks_another_host_for_anything(visits):
    assert visits.outside == []


def test_no_page_reports_an_error(visits):
    assert visits.faults == []


def test_no_page_is_wider_than_a_phone_a_tablet_or_a_desk(visits):
    assert visits.overflows == []


def test_axe_finds_nothing_that_keeps_readers_out(visits):
    assert visits.barriers == []


def test_axe_would_find_something(browser):
    page = browser.new_page()
    page.set_content("<html lang=en><title>x</title><main><img src='data:,'></main>")
    assert any("image-alt" in found for found in barriers(Axe().run(page, options=AXE_OPTIONS)))
    page.close()


def test_each_palette_shows_its_own_variant_of_a_figure(browser, address):
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(address + "lessons/04-prepare.html")
        shown = [image.get_attribute("src") for image in page.locator("figure img:visible").all()]
        assert len(shown) == 4
        assert all(source.endswith(f"-{scheme}.svg#only-{scheme}") for source in shown)
        page.close()


def test_a_quiz_wants_a_choice_explains_it_and_lets_a_reader_try_again(browser, address):
    page = browser.new_page()
    page.goto(address + "lessons/04-prepare.html")
    quiz = page.locator(".quiz").first
    feedback = quiz.locator(".quiz-feedback")

    quiz.get_by_role("button", name="Submit").click()
    assert not feedback.is_visible()

    quiz.get_by_label("1.0", exact=True).check()
    quiz.get_by_role("button", name="Submit").click()
    assert "cannot know that it has run before" in feedback.inner_text()
    assert quiz.locator(".correct").count() == 0, "the right option is not given away"

    quiz.get_by_role("button", name="Try Again").click()
    quiz.get_by_label("0.00392").check()
    quiz.get_by_role("button", name="Submit").click()
    assert "It is 1/255." in feedback.inner_text()
    page.close()


def test_an_answer_is_kept_with_the_arrow_keys_until_it_is_submitted(browser, address):
    page = browser.new_page()
    page.goto(address + "lessons/05-build.html")
    quiz = page.locator(".quiz").first
    quiz.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    assert quiz.locator("input").nth(1).is_checked()
    assert not quiz.locator(".quiz-feedback").is_visible()
    page.close()


def test_answers_to_a_quiz_are_there_after_a_reload(browser, address):
    page = browser.new_page()
    page.goto(address + LESSON)
    first, second = page.locator(".quiz").nth(0), page.locator(".quiz").nth(1)
    first.get_by_label("0.00392").check()
    first.get_by_role("button", name="Submit").click()
    second.locator("input").nth(0).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.reload()
    assert first.get_by_label("0.00392").is_checked()
    assert "It is 1/255." in first.locator(".quiz-feedback").inner_text()
    assert second.locator("input").nth(0).is_checked()
    assert second.locator(".quiz-feedback").is_visible()
    assert not page.locator(".quiz").nth(2).locator(".quiz-feedback").is_visible()
    page.close()


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
@pytest.mark.parametrize("served", [True, False], ids=["served", "from a folder"])
def test_the_search_finds_a_lesson(browser, address, built_site, by, served):
    page = browser.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: said.type == "error" and faults.append(said.text))
    page.goto(address if served else (built_site.folder / "index.html").as_uri())
    query = page.get_by_role("textbox", name="Search")
    if by == "mouse":
        query.click()
    else:
        page.keyboard.press("/")
    page.keyboard.type("receptive field")
    found = page.locator(".md-search-result__link", has_text="09").first
    found.wait_for()
    if by == "mouse":
        found.click()
    else:
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    page.wait_for_url("**/lessons/09-deepen.html*")
    assert faults == []
    page.close()


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_the_palette_is_switched_and_remembered(browser, address, by):
    page = browser.new_page(color_scheme="light")
    page.goto(address)
    body = page.locator("body")
    assert body.get_attribute("data-md-color-scheme") == "default"
    if by == "mouse":
        page.get_by_title("Switch to the dark palette").click()
    else:
        reach(page, "input[name=__palette]")
        page.keyboard.press("Enter")
    assert body.get_attribute("data-md-color-scheme") == "slate"
    page.goto(address + LESSON)
    assert body.get_attribute("data-md-color-scheme") == "slate"
    page.close()


def reach(page, selector: str, steps: int = 40) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(steps):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({selector!r})"):
            return
    pytest.fail(f"{selector} is not reached with {steps} presses of Tab")


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_term_explains_itself_until_escape(browser, address, by):
    page = browser.new_page()
    page.goto(address + LESSON)
    term = page.locator("a.term").first
    tooltip = page.get_by_role("tooltip")
    assert not tooltip.is_visible()
    if by == "mouse":
        term.hover()
    else:
        term.focus()
    assert "Digits with known labels" in tooltip.inner_text()
    assert term.get_attribute("aria-describedby") == tooltip.get_attribute("id")
    page.keyboard.press("Escape")
    assert not tooltip.is_visible()
    page.close()


def test_without_scripts_a_term_leads_to_the_glossary(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + LESSON)
    page.locator("a.term").first.click()
    assert page.url.endswith("glossary.html#test-set")
    assert "They answer one question, once." in page.locator("#test-set").inner_text()
    context.close()


def test_a_site_in_a_folder_can_be_walked_through(browser, built_site):
    page = browser.new_page()
    page.goto((built_site.folder / "index.html").as_uri())
    page.get_by_role("link", name="Begin with lesson 00").click()
    assert page.url.startswith("file:")
    assert page.url.endswith("lessons/00-things-to-know.html")
    page.get_by_role("link", name="Next: 01").click()
    assert page.locator("h1").inner_text().startswith("01")
    page.close()


@pytest.mark.parametrize("page_name", ["lessons/05-build.html", "index.html"])
def test_a_page_weighs_less_than_400_kilobytes(browser, address, page_name):
    """As a server sends it that compresses text, and without the weights of its demo."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    loaded = {}
    page.on("response", lambda response: loaded.setdefault(response.url, response))
    page.goto(address + page_name, wait_until="networkidle")
    for _ in range(30):
        page.mouse.wheel(0, 1500)  # figures are loaded as they come into view
    page.wait_for_load_state("networkidle")
    sizes = {
        url.removeprefix(address): len(gzip.compress(response.body()))
        for url, response in loaded.items()
        if not url.endswith("live/model.js")
    }
    assert sum(sizes.values()) < 400_000, sorted(sizes.items(), key=lambda item: -item[1])[:8]
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_lesson_prints_on_paper_in_black_on_white_with_nothing_cut_off(browser, address, scheme):
    page = browser.new_page(color_scheme=scheme, viewport={"width": PAPER, "height": 1000})
    page.goto(address + "lessons/05-build.html")
    page.emulate_media(media="print", color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in WHITE
    for hidden in (".md-header", ".md-sidebar--primary", ".md-footer", ".quiz button"):
        assert not page.locator(hidden).first.is_visible(), hidden
    shown = [image.get_attribute("src") for image in page.locator("figure img:visible").all()]
    assert len(shown) >= 3
    assert all(source.endswith("#only-light") for source in shown)
    for element in page.locator("article :is(pre, table, figure, .quiz)").all():
        box = element.bounding_box()
        assert box is None or box["x"] + box["width"] <= PAPER + 1, element.inner_text()[:80]
    assert page.pdf(format="A4", margin=dict.fromkeys(("left", "right"), "10mm")).startswith(
        b"%PDF"
    )
    page.close()


def test_a_figure_a_live_piece_or_a_question_stands_on_every_third_screen(
    browser, address, built_site
):
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    gaps = {}
    for path in sorted((built_site.folder / "lessons").glob("*.html")):
        page.goto(f"{address}lessons/{path.name}", wait_until="load")
        gaps[path.stem] = page.evaluate(LONGEST_GAP)
    page.close()
    assert len(gaps) == 10
    assert {stem: gap for stem, gap in gaps.items() if gap > 3 * 900} == {}
