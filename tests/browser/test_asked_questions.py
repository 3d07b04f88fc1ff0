"""Lesson 11: searching as one types, links that open an answer, and nothing kept."""

import random
import tomllib

import pytest
from search_oracle import asked_words, begins_nearly, find

from course_lib.cards import faq_data
from course_lib.cards.faq import passed_over, question_indexes, question_phrases
from course_lib.cards.search_model import LONGEST
from course_lib.frame.activity import view_code
from course_lib.frame.phrases import phrase
from course_lib.site.anchors import neutral
from tools.browser import ROOT
from tools.sample import LONG

pytestmark = pytest.mark.browser

NAME = "11_questions_people_ask"
CASES = tomllib.loads((ROOT / "tests" / "cards" / "search_cases.toml").read_text(encoding="utf-8"))[
    "cases"
]
TABLE = tomllib.loads((ROOT / "tests" / "cards" / "sentences.toml").read_text(encoding="utf-8"))[
    "sentences"
]
IDS = list(faq_data.questions())


@pytest.fixture
def go(visit, site_address):
    def opened(fragment="", **options):
        page = visit(**options).page
        page.goto(f"{site_address}{NAME}.html{fragment}")
        if options.get("java_script_enabled", True):
            page.wait_for_selector("html[data-awake]")
        return page

    return opened


def shown(page):
    """The questions that are seen, in the order of the page."""
    return page.locator("[data-asked]:visible").evaluate_all(
        "all => all.map(each => each.dataset.asked.slice(2))"
    )


def said(page):
    return page.locator(".cc-faq [role=status]").inner_text()


def test_a_few_questions_come_first_and_all_when_asked_for(go):
    page = go()
    often = [key for key, question in faq_data.questions().items() if question.often]
    assert shown(page) == often
    assert said(page) == phrase("faq.often", count=len(often), all=len(IDS))
    page.get_by_role("button", name="Show all questions").press("Enter")
    assert shown(page) == IDS
    box = page.get_by_label("Search the questions")
    box.fill("masturbation")
    assert shown(page)[0] == "masturbation"
    box.fill("")
    assert shown(page) == IDS


def test_the_box_finds_what_the_rule_in_python_finds(go):
    page = go()
    box = page.get_by_label("Search the questions")
    for case in CASES:
        box.fill(case["typed"])
        found = shown(page)
        assert found[: len(case["finds"])] == case["finds"], case["typed"]
        assert bool(found) == bool(case["finds"]), case["typed"]
        if case.get("count") not in (None, "all"):
            assert f"{case['count']} of {len(IDS)}" in said(page)
        assert page.locator("[data-part=empty]").is_visible() == (not found)


def misspelt(dice):
    """What someone might type: words of the index, some begun, some with slips."""
    words = [word for index in question_indexes() for word in index]
    typed = []
    for _ in range(dice.randint(1, 4)):
        word = list(dice.choice(words))[: dice.randint(1, 12)]
        for _ in range(dice.randint(0, 2)):
            place = dice.randrange(len(word) + 1)
            word[place : place + dice.randint(0, 1)] = dice.choice(["", "x", "e", "É", "’", "-"])
        typed.append("".join(word))
    return dice.choice(" ,  ").join(typed)


def test_view_and_python_agree_on_many_slips(visit):
    page = visit().page
    dice = random.Random(11)
    passed = passed_over()
    indexes, phrases = question_indexes(), question_phrases()
    many = 300 if LONG else 50
    queries = [misspelt(dice) for _ in range(many)] + [case["typed"] for case in [*CASES, *TABLE]]
    pairs = [(dice.choice(queries).lower(), dice.choice(list(indexes[0]))) for _ in range(many)]
    answers = page.evaluate(
        """async ([code, queries, pairs, indexes, phrases, passed]) => {
          const view = await import(`data:text/javascript,${encodeURIComponent(code)}`);
          return [
            queries.map((typed) => {
              const words = view.askedWords(typed, passed);
              return [words, view.find(words, indexes, phrases)];
            }),
            pairs.map(([typed, known]) => view.beginsNearly(typed, known)),
          ];
        }""",
        [view_code("cards/faq.js"), queries, pairs, indexes, phrases, passed],
    )
    for typed, (words, result) in zip(queries, answers[0], strict=True):
        asked = asked_words(typed, **passed)
        assert words == asked._asdict(), typed
        found = find(asked, indexes, phrases)
        assert result == {"places": found.places, "complete": found.complete}, typed
    assert answers[1] == [begins_nearly(typed, known) for typed, known in pairs]


@pytest.mark.parametrize("typed", ["a" * 200_000, "crying why " * 20_000], ids=["word", "words"])
def test_a_book_pasted_into_the_box_keeps_the_page_awake(go, typed):
    page = go()
    box = page.get_by_label("Search the questions")
    took = box.evaluate(
        """(box, typed) => {
          box.value = typed;
          const start = performance.now();
          box.dispatchEvent(new Event("input"));
          return performance.now() - start;
        }""",
        typed,
    )
    assert took < 500
    assert shown(page) != IDS
    box.fill("")
    page.keyboard.insert_text(typed[:1000])  # as a hand pastes it: what is seen is what counts
    assert len(box.input_value()) == LONGEST


def test_an_empty_search_is_kind_and_offers_a_way_on_by_keyboard(go):
    page = go()
    box = page.get_by_label("Search the questions")
    box.press_sequentially("zzzz")
    assert said(page) == phrase("faq.none")
    assert phrase("faq.kind_none") in page.locator("[data-part=empty]").inner_text()
    page.get_by_role("button", name="men", exact=True).press("Enter")
    assert shown(page)[0] == "men"
    assert box.evaluate("box => box === document.activeElement")
    page.get_by_role("button", name="Show all questions").press("Enter")
    assert shown(page) == IDS
    assert box.input_value() == ""


def test_nothing_typed_is_kept_or_sent(go):
    page = go()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_label("Search the questions").press_sequentially("secret words")
    page.wait_for_timeout(300)
    assert requests == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]
    page.reload()
    page.wait_for_selector("html[data-awake]")
    assert page.get_by_label("Search the questions").input_value() == ""


def test_an_address_opens_its_answer_with_and_without_a_script(go):
    answer = faq_data.questions()["men"].long
    place = f"#{neutral('q-men')}"  # an address stays in the browser's history
    assert go(place).get_by_text(answer).is_visible()
    without = go(place, java_script_enabled=False)
    assert without.get_by_text(answer).is_visible()
    assert without.locator("[data-asked] > summary:visible").count() == len(IDS)
    without.locator("[data-asked=q-pain] > summary").click()
    assert without.get_by_text(faq_data.questions()["pain"].long).is_visible()


def test_a_link_in_the_text_opens_an_answer_that_the_search_had_hidden(go):
    page = go()
    page.get_by_label("Search the questions").fill("antidepressants")
    assert "pain" not in shown(page)
    link = page.locator(f"section a[href='#{neutral('q-pain')}']").first
    link.click()
    assert page.get_by_text(faq_data.questions()["pain"].long).is_visible()
    back = page.locator("[data-asked=q-pain]").get_by_role("button", name="Back to where I was")
    back.press("Enter")
    assert link.evaluate("link => link === document.activeElement")


def test_on_paper_every_answer_is_there(go):
    page = go()
    page.get_by_label("Search the questions").fill("menopause")
    page.emulate_media(media="print")
    for each in faq_data.questions().values():
        assert page.get_by_text(each.long).is_visible(), each.id
    assert page.get_by_label("Search the questions").is_hidden()


def test_a_short_answer_says_why_and_does_not_count_as_the_lessons_check(go):
    page = go()
    root = page.locator("[data-activity=ShortAnswers]")
    for place, item in enumerate(faq_data.short_answers()):
        card = root.locator(f"[data-question='{place}']")
        for answer in item.answers:
            card.get_by_text(answer.text, exact=True).first.click()
            card.get_by_role("button", name="Check").press("Enter")
            heard = card.locator(".cc-feedback").inner_text()
            assert answer.why in heard
            assert heard.startswith(phrase(f"short_answers.{answer.says}"))
    assert page.locator("[data-check-done]").count() == 0


def test_in_jupyterlab_the_search_works_and_the_kernel_hears_nothing(visit, lab):
    found = visit()
    sent = []
    found.page.on(
        "websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(str(frame)))
    )
    found.open(lab, f"{NAME}.ipynb")
    found.run_lesson()
    page = found.page
    box = page.locator(".jp-OutputArea .cc-faq[data-alive] input[type=search]")
    box.press_sequentially("menopuase")
    assert shown(page)[0] == "body"
    assert not any("menopuase" in frame for frame in sent)
    found.start_again()
    assert box.input_value() == "menopuase"
    assert shown(page)[0] == "body"
    assert not any("menopuase" in frame for frame in sent)
    page.locator(".jp-MarkdownOutput a[href='#q-pain']").first.click()
    assert page.locator("[data-asked=q-pain][open]:visible").count() == 1
    assert found.other_hosts == []
    assert found.errors == []


def test_the_box_stands_on_the_first_screen_of_the_activity(go):
    page = go()
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".cc-faq").evaluate("each => each.scrollIntoView()")
    box = page.get_by_label("Search the questions").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] < 844 / 2
