"""The built pages in a real browser: nothing from outside, nothing cut off, quizzes that answer."""

import pytest

pytestmark = pytest.mark.browser

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_pages_fit_the_screen_and_ask_nobody_else(browser, address, built_site, viewport, scheme):
    page = browser.new_page(viewport=viewport, color_scheme=scheme)
    outside, errors = [], []
    page.on("request", lambda r: r.url.startswith((address, "data:")) or outside.append(r.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("response", lambda r: r.ok or r.status == 304 or errors.append(r.url))
    for path in built_site.pages():
        page.goto(address + path.relative_to(built_site.folder).as_posix(), wait_until="load")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= viewport["width"], path
    page.close()
    assert (outside, errors) == ([], [])


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
