"""A lesson behaves the same in JupyterLab and on its page: same steps, same words at the end."""

import pytest

from tools.browser import ROOT

pytestmark = pytest.mark.browser

LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def steps(page):
    """Use every kind of control once, as a learner would; return the words at the end."""
    page.locator(".cc[data-alive]").nth(5).wait_for(state="attached")
    for figure in page.locator("figure.cc-figure[data-alive]").all():
        for story in figure.locator("input[data-control=lens][value=story]").all():
            story.check()
        for slider in figure.locator("input[type=range]").all():
            slider.press("End")
            slider.press("ArrowLeft")
        figure.locator("details.cc-more").evaluate_all(
            "all => all.forEach(d => { d.open = true; })"
        )
        for box in figure.locator("input[type=checkbox][value=vasopressin]").all():
            box.check()
        for radio in figure.locator("input[value=without_orgasm]").all():
            radio.check()
    choose(page)
    for card in page.locator("[data-question]").all():
        card.locator("input[type=radio]").last.check()
        card.get_by_role("button", name="Check").click()
    guess = page.locator("[data-activity=Prediction][data-alive]")
    guess.locator("input[type=radio]").first.check()
    guess.get_by_role("button").click()
    for card in page.locator("[data-headline]:visible").all():
        for select in card.locator("select").all():
            select.select_option(index=1)
        card.get_by_role("button").click()
    return page.locator(".cc[data-alive]").evaluate_all(
        """all => all.map(activity => [
             activity.dataset.activity,
             ...[...activity.querySelectorAll(
               ".cc-title, .cc-slider output, .cc-opening, .cc-words li:not([hidden]), " +
               ".cc-words p, .cc-feedback, .cc-piles p, [data-node]:not([hidden]), [data-part]"
             )].map(part => part.textContent.trim()),
           ])"""
    )


def choose(page):
    """Play the activities that are made of choices."""
    for box in page.locator("[data-alive] input[data-off]").all():
        box.check()
    for radio in page.locator("[data-alive].cc-phrases fieldset input:last-of-type").all():
        radio.check()
    for case in page.locator("[data-alive] [data-case]:visible").all():
        case.locator("button[data-group]").last.click()
    for talk in page.locator("[data-alive].cc-talk").all():
        for _ in range(2):
            talk.locator("[data-choice] button:visible").last.click()
    for belief in page.locator("[data-alive] [data-belief]:visible").all():
        belief.locator("input[value=unknown]").check()
        belief.locator("input[value=very]").check()
        belief.get_by_role("button", name="See what is known").click()
    for map_ in page.locator("[data-alive].cc-feelings").all():
        map_.locator("input[data-control=chosen]").nth(2).check()
        map_.get_by_role("button", name="Place").click()


@pytest.mark.parametrize("lesson", LESSONS)
def test_same_steps_end_on_the_same_words(visit, lab, site_address, lesson):
    found = visit()
    found.open(lab, f"{lesson}.ipynb")
    found.run_lesson()
    in_lab = steps(found.page)
    page = visit().page
    page.goto(f"{site_address}{lesson}.html")
    on_page = steps(page)
    assert len(in_lab) > 5
    assert sum(len(each) for each in in_lab) >= 20
    assert on_page == in_lab
