"""Derived text is what the data say, and the tool that writes it says what it wrote and why."""

import difflib
import re
import shutil

import nbformat
import pytest

from course_lib import EvidenceDrawer
from course_lib.evidence import claims_data
from course_lib.evidence.marks import mark_title
from course_lib.frame import figures, lessons_data
from course_lib.frame.read import ContentError
from course_lib.site.lesson import read_notebook
from tools import derived, outputs, refresh

NOTEBOOKS = refresh.notebooks()


#: Where a stored line of words ends.
PART_END = re.compile(r"(?<=[.?!:;]) ")


def copied(folder):
    """A copy of all that derived prose stands in."""
    for name in ("notebooks", "data"):
        shutil.copytree(refresh.ROOT / name, folder / name)
    shutil.copy(refresh.ROOT / "README.md", folder)
    return folder


def damage(path, old, new):
    text, found = re.subn(old, new, path.read_text(encoding="utf-8"), count=1)
    assert found
    path.write_text(text, encoding="utf-8")


def test_prose_is_what_follows_from_the_data():
    assert [(each.file, each.why) for each in refresh.stale_prose()] == []


@pytest.mark.parametrize(
    "path", [each for each in NOTEBOOKS if each.stem != "sandbox"], ids=lambda path: path.stem
)
def test_stored_outputs_are_what_the_cells_show_now(path):
    assert outputs.stale(read_notebook(path), path.name) == []


def test_no_notebook_has_the_same_activity_twice():
    """Give one of the two other arguments: its ids follow from them."""
    for path in NOTEBOOKS:
        cells = read_notebook(path).cells
        html = [
            out.get("data", {}).get("text/html", "") for c in cells for out in c.get("outputs", [])
        ]
        ids = re.findall(r'\sid="([^"]+)"', "".join(html))
        assert len(ids) == len(set(ids)), path.name


LESSON_00, LESSON_02 = "notebooks/00_start_here.ipynb", "notebooks/02_emotional_release.ipynb"


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        (LESSON_00, r"Opens the evidence\.", "Opens.", "claim marks in"),
        (LESSON_00, r"\[\S(?=\]\(#C01)", "[!", "claim marks in"),
        (LESSON_02, r"# 02 · Emotional", "# 02 · Odd", "lesson titles"),
        (LESSON_00, r"\[01 · The science", "[01 · A science", "lesson titles"),
        (LESSON_02, r"\(reading \d+", "(reading 99", "minutes"),
        (LESSON_00, r"(?<=article into )\S+ claims", "7 claims", "totals"),
        (LESSON_00, r"\w+ questions\. Every", "Ninety questions. Every", "questions"),
        ("README.md", r"\S+ lessons of about", "Ninety lessons of about", "totals"),
        ("data/lessons.toml", r"reading_minutes = \d+", "reading_minutes = 99", "minutes"),
    ],
)
def test_what_is_typed_wrong_is_named_and_written_right(tmp_path, file, old, new, why):
    root = copied(tmp_path)
    right = (root / file).read_text(encoding="utf-8")
    damage(root / file, old, new)
    (stale,) = refresh.stale_prose(root)
    assert stale.file == file
    assert why in stale.why
    assert stale.text == right


def test_a_link_to_the_next_lesson_leads_on():
    wrong = "**Next:** all of it: [05 · Some](05_some.ipynb)."
    written = next_title = derived.lesson_name("04")
    assert derived.next_lesson(wrong, "03") == (
        f"**Next:** all of it: [{written}](04_{lessons_data.lessons()['04'].slug}.ipynb)."
    )
    last = max(lessons_data.lessons())
    assert derived.next_lesson(wrong, last) == wrong
    assert next_title.startswith("04 · ")


def test_a_mark_may_be_written_short():
    claim = claims_data.claim("C08")
    symbol = claims_data.grades()[claim.grade].symbol
    full = f'[{symbol}](#C08 "{mark_title(claim)}")'
    assert derived.claim_marks("[C08](#C08) it is") == f"{full} it is"
    assert derived.claim_marks(full) == full
    assert derived.claim_marks(full.replace("]", " C08]", 1)) == full  # as it was written once


@pytest.mark.parametrize(
    ("written", "stands"),
    [
        ("Say. {8} More.", "Say.~{8} More."),  # a mark goes with the word before it
        ("Say {8}.", "Say.~{8}"),
        ("Say {8} more.", "Say more.~{8}"),
        ("Say it {8} “so”. More.", "Say it “so”.~{8} More."),
        ("**Say** {8} more.", "**Say** more.~{8}"),
        ("Say {8}, and this {9}, and that. More.", "Say, and this, and that.~{8}~{9} More."),
        ("Say {8}, as [a b](c.ipynb) has it. {9}", "Say, as [a b](c.ipynb) has it.~{8}~{9}"),
        ("It “works” {8}. {9} More.", "It “works”.~{8}~{9} More."),
        ("such as {8}. A mark.", "such as~{8}. A mark."),  # shown, not used
        ("| a {8} | b. |", "| a~{8} | b. |"),
        ("- One {8}\n- Two.", "- One~{8}\n- Two."),
        ("- {8}", "- {8}"),
    ],
)
def test_a_mark_stands_at_the_end_of_its_sentence(written, stands):
    short = {"8": "[C08](#C08)", "9": "[C09](#C09)"}
    full = {each: derived.claim_marks(mark) for each, mark in short.items()}
    for each, mark in short.items():
        written = written.replace(f"{{{each}}}", mark)
        stands = stands.replace(f"{{{each}}}", full[each]).replace("~", "\u202f")
    assert derived.claim_marks(written) == stands
    assert derived.claim_marks(stands) == stands


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_prose_reads_well_with_all_marks_removed(path):
    for cell in read_notebook(path).cells if path.stem[:2].isdigit() else ():
        if cell.cell_type == "markdown":
            bare = re.sub(r"\u202f?\[\S\]\(#C\d\d[^)]*\)", "", cell.source)
            assert not re.search(r"\bC\d\d\b(?! is only a number)", bare), (cell.id, bare)
            assert not re.search(r" [.,;:!?](\s|$)|\(\)|\S  +\S", bare), cell.id


def test_a_lesson_without_minutes_gets_them():
    entry = '[[lessons]]\nid = "13"\nactivity_minutes = 8\n'
    assert derived.with_minutes(entry, {"13": 5}).splitlines()[2:] == [
        "reading_minutes = 5",
        "activity_minutes = 8",
    ]


def test_a_total_whose_sentence_is_gone_is_told(tmp_path):
    root = copied(tmp_path)
    damage(root / "README.md", r"dark theme: \S+ substances", "dark theme: the substances")
    with pytest.raises(ContentError, match=r"totals\.toml: README\.md does not say .dark theme"):
        list(refresh.stale_prose(root))


def test_no_other_sentence_says_the_number_of_claims():
    number = figures.figures()["total.claims"]
    for path in NOTEBOOKS:
        for cell in read_notebook(path).cells:
            if "facilitator" in cell.metadata.get("tags", []):
                continue  # written from data/plans, where the number has its name
            source = cell.source
            for total in derived.totals():
                if total.file == f"notebooks/{path.name}":
                    source = total.found().sub("", source)
            assert not re.search(rf"(?<![.\w]){number}(?!\w|\.\d)", source), (
                f"{path.name}, {cell.id}: name it"
            )


def test_the_reason_names_the_claim_or_the_line():
    claim = claims_data.claims_of_lesson("12")[0]
    bundle = EvidenceDrawer("12")._repr_mimebundle_()[0]
    before = {kind: bundle[kind] for kind in ("text/plain", "text/html")}
    said = claim.article_says[:20]
    now = {kind: text.replace(said, "It is said") for kind, text in before.items()}
    assert outputs.difference(before, now) == f"the words of {claim.id}"
    assert outputs.difference({}, now) == "never run"
    other = {"text/html": "<p>b</p>", "text/plain": "same\nbefore"}
    later = {"text/html": "<p>c</p>", "text/plain": "same\nafter"}
    assert outputs.difference(other, later) == "“after…”"


def test_a_cell_that_shows_something_else_than_is_stored_is_named():
    notebook = nbformat.from_dict(read_notebook(NOTEBOOKS[0]))
    cell = next(each for each in notebook.cells if each.cell_type == "code")
    cell.outputs[0].data["text/plain"] = "other"
    (why,) = outputs.stale(notebook, NOTEBOOKS[0].name)
    assert why.startswith(f"{cell.id} (“")


def test_one_digit_of_a_claim_is_a_small_difference():
    """All that changes with one digit: notebooks that show a claim, their list, its own words."""
    claims = claims_data.claims()
    parts = (part for key in sorted(claims)[::-1] for part in PART_END.split(claims[key].finding))
    start = next(
        part for part in parts if re.search(r"\d", part) and not re.search(r"[&'\"]", part)
    )
    other = re.sub(r"\d", lambda found: str((int(found[0]) + 1) % 10), start, count=1)
    shipped = (refresh.ROOT / "course_lib/lab/shipped.json").read_text(encoding="utf-8")
    pairs, listed = [], shipped
    for path in NOTEBOOKS:
        before = path.read_text(encoding="utf-8")
        pairs.append((before, before.replace(start, other)))
        if start in before:
            listed = re.sub(rf'("{path.name}": ")\w', r"\1-", listed)
    own = next(each.finding for each in claims.values() if start in each.finding)
    pairs += [(shipped, listed), (own, own.replace(start, other))]
    lines = [
        line
        for before, after in pairs
        for line in difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="")
    ]
    assert 0 < sum(len(line.encode()) + 1 for line in lines) < 20_000
