"""What one text says that another does not."""

from datetime import date

from samenspel.drawing.words import Line, Paragraphs, Section, paragraphs
from samenspel.drawing.words.changes import Changes, changes
from samenspel.family import facts as f
from samenspel.family.build import map_of
from samenspel.family.dates import PartialDate
from samenspel.family.views import map_at
from tests.families import shapes


def text(**sections: str) -> Paragraphs:
    made = (
        Section(name, tuple(Line(line) for line in lines.split()))
        for name, lines in sections.items()
    )
    return Paragraphs("", "", tuple(made))


def told(found: Changes) -> tuple[str, str]:
    return " ".join(one.text for one in found.gone), " ".join(one.text for one in found.new)


def test_a_text_has_no_changes_with_itself() -> None:
    same = paragraphs(shapes.blended(), lang="en")
    assert not changes(same, same)


def test_what_is_new_and_what_is_gone_is_told_apart() -> None:
    assert told(changes(text(people="a b"), text(people="b c"))) == ("a", "c")


def test_a_line_that_moved_within_its_section_is_no_change() -> None:
    assert not changes(text(people="a b c"), text(people="c a b"))


def test_a_line_in_another_section_is_gone_there_and_new_here() -> None:
    assert told(changes(text(people="a", homes="b"), text(people="b"))) == ("a b", "b")


def test_a_line_that_stands_once_more_is_new_once() -> None:
    assert told(changes(text(people="a"), text(people="a a"))) == ("", "a")


def test_a_line_keeps_whom_it_is_about() -> None:
    before = map_of([f.PersonFact("yara"), f.NameFact("yara", "Yara")])
    after = map_of([one.fact for one in before] + [f.BirthFact("yara", PartialDate.parse("2014"))])
    found = changes(paragraphs(before, lang="en"), paragraphs(after, lang="en"))
    (new,) = [one for one in found.new if "2014" in one.text]
    assert new.about == ("yara",)


def test_the_start_beside_now_tells_what_happened_and_not_that_all_grew_older() -> None:
    now = shapes.blended()
    start = map_at(now, date(2015, 1, 1))
    found = changes(paragraphs(start, lang="en"), paragraphs(now, lang="en"))
    assert any("Pip" in one.text for one in found.new)
    assert not any(one.text.startswith("Emine") for one in (*found.new, *found.gone))
