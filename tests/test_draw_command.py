"""`samenspel draw`, `convert` and `check`: from a file to a picture, without the application."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.cli import main
from samenspel.commands.reading import as_seen_in_a_file
from samenspel.drawing.json import NotADrawing, drawing_json, parse, placement_from_json, render
from samenspel.drawing.placement import PlacedUnion, Placement, Quality, Spot
from samenspel.family import Audience, Choice, FamilyMap, Reach, Retraction, resolve
from samenspel.family.facts import NoteFact
from samenspel.formats import read, write
from tests.families import shapes, stories
from tests.families.practice import ilyas

SMALL = Path(__file__).parent / "families" / "small.ged"


@pytest.fixture
def blended(tmp_path: Path) -> Path:
    return kept(tmp_path / "blended.json", shapes.blended())


@pytest.fixture
def nine(tmp_path: Path) -> Path:
    return kept(tmp_path / "nine.json", stories.nine_organisations())


def kept(file: Path, family: FamilyMap) -> Path:
    file.write_bytes(write(family, "json", made_on=date(2026, 4, 14)))
    return file


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


# --- A picture ------------------------------------------------------------------------------------


def test_a_drawing_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("draw", SMALL) == 0
    text = capsys.readouterr().out
    assert text.startswith("<svg")
    assert text.rstrip().endswith("</svg>")


@pytest.mark.parametrize(
    ("ending", "begins"), [("svg", b"<svg"), ("pdf", b"%PDF"), ("png", b"\x89PNG"), ("json", b"{")]
)
def test_the_ending_says_what_is_written(ending: str, begins: bytes, tmp_path: Path) -> None:
    out = tmp_path / f"out.{ending}"
    assert run("draw", SMALL, "-o", out) == 0
    assert out.read_bytes().startswith(begins)


@pytest.mark.parametrize("view", ["genogram", "systemogram", "timeline"])
def test_every_view_is_a_picture(view: str, nine: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.svg"
    assert run("draw", nine, "--view", view, "-o", out) == 0
    assert "Dean" in out.read_text()


def test_the_words_are_text(nine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("draw", nine, "--view", "words") == 0
    assert "Wijkteam Vuurtoren" in capsys.readouterr().out


def test_a_txt_is_the_words(nine: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    assert run("draw", nine, "-o", out) == 0
    assert "Dean" in out.read_text()


def test_with_aliases_no_name_is_left(nine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for view in ("genogram", "systemogram", "timeline", "words"):
        assert run("draw", nine, "--alias", "--view", view) == 0
        text = capsys.readouterr().out
        assert "Dean" not in text
        assert "Das" in text


def test_at_a_day_only_who_was_there(blended: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("draw", blended, "--at", "2019", "--json") == 0
    people = {person["id"] for person in json.loads(capsys.readouterr().out)["people"]}
    assert "liva" in people
    assert "pip" not in people


def test_the_language_can_be_english(blended: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("draw", blended, "--lang", "en") == 0
    english = capsys.readouterr().out
    assert run("draw", blended) == 0
    dutch = capsys.readouterr().out
    assert 'lang="en"' in english
    assert 'lang="nl"' in dutch


def test_two_families_in_one_file_are_drawn(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    both = SMALL.read_text().replace("0 TRLR", "0 @I9@ INDI\n1 NAME Zoë //\n0 TRLR")
    file = tmp_path / "both.ged"
    file.write_text(both)
    assert run("draw", file, "--json") == 0
    assert len(json.loads(capsys.readouterr().out)["people"]) == 7


def test_siblings_can_be_kept_in_order_of_age(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("draw", SMALL, "--siblings", "strict", "--json") == 0
    assert json.loads(capsys.readouterr().out)["quality"]["siblings_out_of_order"] == 0


# --- The placed drawing ---------------------------------------------------------------------------


def test_the_json_has_its_shape(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("draw", SMALL, "--json") == 0
    drawing = json.loads(capsys.readouterr().out)
    assert list(drawing) == ["people", "unions", "quality", "milliseconds"]
    assert list(drawing["people"][0]) == ["id", "x", "y"]
    assert list(drawing["unions"][0]) == ["x", "y", "partners", "children"]
    assert {kind: type(value) for kind, value in drawing["quality"].items()} == {
        "split_unions": int,
        "crossings": int,
        "passed_over": int,
        "siblings_out_of_order": int,
        "outside_household": int,
        "moved": int,
        "width": float,
        "bound": int,
        "proven": bool,
    }
    assert isinstance(drawing["milliseconds"], float)


def test_the_ids_are_those_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("draw", SMALL, "--json") == 0
    drawing = json.loads(capsys.readouterr().out)
    assert {person["id"] for person in drawing["people"]} == {f"I{n}" for n in range(1, 7)}
    assert {tuple(sorted(union["partners"])) for union in drawing["unions"]} == {
        ("I1", "I2"),
        ("I2", "I3"),
    }
    assert sorted(child for union in drawing["unions"] for child in union["children"]) == [
        "I4",
        "I5",
        "I6",
    ]


def test_a_picture_and_its_json_can_be_had_together(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run("draw", SMALL, "--json", "-o", tmp_path / "out.svg") == 0
    assert json.loads(capsys.readouterr().out)["people"]
    assert (tmp_path / "out.svg").read_text().startswith("<svg")


def test_nobody_moves_when_nothing_changed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run("draw", SMALL, "-o", tmp_path / "before.json") == 0
    assert run("draw", SMALL, "--previous", tmp_path / "before.json", "--json") == 0
    assert json.loads(capsys.readouterr().out)["quality"]["moved"] == 0


NUMBERS = st.floats(-1e6, 1e6).map(lambda x: round(x, 3) + 0.0)


@st.composite
def placements(draw: st.DrawFn) -> Placement:
    heights = draw(st.lists(NUMBERS, min_size=1, max_size=4, unique=True).map(sorted))
    rows = draw(st.lists(st.integers(0, len(heights) - 1), min_size=1, max_size=6))
    used = sorted(set(rows))
    people = {
        f"I{n}": Spot(draw(NUMBERS), heights[row], used.index(row)) for n, row in enumerate(rows)
    }
    who = st.lists(st.sampled_from(sorted(people)), max_size=2, unique=True).map(tuple)
    unions = tuple(
        PlacedUnion(f"u{n}", draw(NUMBERS), draw(NUMBERS), draw(who), draw(who), False)
        for n in range(1, draw(st.integers(1, 4)))
    )
    return Placement(people, unions, Quality(crossings=draw(st.integers(0, 9))), 1.5)


@given(placements())
def test_what_is_written_is_read(placement: Placement) -> None:
    again = parse(render(placement))
    assert drawing_json(again) == drawing_json(placement)
    assert again.people == placement.people


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"people": [{"id": "I1", "x": 0}], "unions": [], "quality": {}, "milliseconds": 0},
        {"people": [], "unions": [], "quality": {}, "milliseconds": "soon"},
        {
            "people": [{"id": "I1", "x": 0, "y": float("nan")}],
            "unions": [],
            "quality": {},
            "milliseconds": 0,
        },
        {
            "people": [],
            "unions": [{"x": 0, "y": 0, "partners": ["I1"], "children": []}],
            "quality": {},
            "milliseconds": 0,
        },
    ],
)
def test_what_is_no_drawing_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(NotADrawing):
        placement_from_json(wrong)


# --- What is seen ---------------------------------------------------------------------------------


def test_who_holds_the_file_sees_all_of_it() -> None:
    audiences = (Audience(Reach.SAFETY), Audience(Reach.PROFESSIONALS), Audience(Reach.PEOPLE))
    family = shapes.blended()
    for audience in audiences:
        hidden = tuple(replace(one, audience=audience) for one in family)
        seen = as_seen_in_a_file(replace(family, statements=hidden))
        assert resolve(seen) == resolve(family)


def test_what_was_taken_back_is_not_drawn() -> None:
    family = shapes.blended()
    withdrawn = tuple(replace(one, withdrawn="an undo") for one in family)
    assert not resolve(as_seen_in_a_file(replace(family, statements=withdrawn))).people


# --- Convert and check ----------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["ged", "gdz", "graphml", "json"])
def test_a_family_goes_to_another_format_and_back(
    ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("convert", SMALL, tmp_path / f"there.{ending}") == 0
    assert run("draw", tmp_path / f"there.{ending}", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)["people"]) == 6


@pytest.mark.parametrize(
    ("options", "version"),
    [([], "5.5.1"), (["--gedcom", "5.5.1"], "5.5.1"), (["--gedcom", "7"], "7.")],
)
def test_a_ged_is_of_the_version_that_was_asked(
    options: list[str], version: str, tmp_path: Path
) -> None:
    assert run("convert", SMALL, tmp_path / "out.ged", *options) == 0
    assert f"2 VERS {version}" in (tmp_path / "out.ged").read_text(encoding="utf-8-sig")


def test_what_only_some_see_goes_along(tmp_path: Path) -> None:
    family = kept(tmp_path / "in.json", ilyas.many_helpers_one_house())
    assert run("convert", family, tmp_path / "out.json") == 0
    assert '"safety"' in (tmp_path / "out.json").read_text()


def narrowed(family: FamilyMap) -> FamilyMap:
    """One thing for professionals only, one retracted, one choice."""
    first, *rest = [one for one in family if not one.fact.brings]
    hidden = replace(first, fact=NoteFact("", "alleen wij"), audience=Audience(Reach.PROFESSIONALS))
    retraction = Retraction("e1", first.by, first.at)
    gone = replace(first, id="gone", fact=NoteFact("", "niet waar"), retracted=retraction)
    hidden = replace(hidden, id="hidden")
    choice = Choice("c1", rest[0].id, first.by, first.at)
    return replace(family, statements=(*family, hidden, gone), choices=(choice,))


@pytest.mark.parametrize("ending", ["ged", "gdz", "graphml"])
def test_what_not_everybody_may_see_stays_behind_and_is_told(
    ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    family = kept(tmp_path / "in.json", narrowed(shapes.blended()))
    out = tmp_path / f"out.{ending}"
    assert run("convert", family, out, "--lang", "en") == 0
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "one thing that not everybody may see (--all" in told
    assert "one thing that was taken back; one choice between accounts" in told
    assert not notes_in(out) & {"alleen wij", "niet waar"}


def test_all_of_it_is_written_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    family = kept(tmp_path / "in.json", narrowed(shapes.blended()))
    assert run("convert", family, tmp_path / "out.ged", "--all", "--lang", "en") == 0
    assert "who may see one thing" in capsys.readouterr().err
    assert "alleen wij" in notes_in(tmp_path / "out.ged")


def test_json_keeps_all_and_says_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    family = narrowed(shapes.blended())
    file = kept(tmp_path / "in.json", family)
    assert run("convert", file, tmp_path / "out.json") == 0
    assert capsys.readouterr().err == ""
    assert (tmp_path / "out.json").read_bytes() == file.read_bytes()


def notes_in(file: Path) -> set[str]:
    found = read(file.read_bytes(), name=file.name).map
    return {one.fact.text for one in found if isinstance(one.fact, NoteFact)}


def test_a_file_without_mistakes_is_fine(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", SMALL) == 0
    assert capsys.readouterr().err == ""


def test_check_names_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "wrong.ged"
    file.write_text(SMALL.read_text().replace("2 DATE 1983", "2 DATE in the year of the cow"))
    run("check", file)
    line = SMALL.read_text().splitlines().index("2 DATE 1983") + 1
    assert any(
        text.lstrip().startswith(f"{line} ") for text in capsys.readouterr().out.splitlines()
    )


def test_what_cannot_be_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "wrong.ged"
    died_first = "1 DEAT\n2 DATE 1950\n1 BIRT\n2 DATE 1983"
    file.write_text(SMALL.read_text().replace("1 BIRT\n2 DATE 1983", died_first))
    assert run("check", file) == 1
    assert "Tarik" in capsys.readouterr().out


@pytest.mark.parametrize("child", ["I1", "I2"])
def test_who_is_their_own_ancestor_cannot_be(
    child: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "circle.ged"
    family = f"0 @F9@ FAM\n1 HUSB @{child}@\n1 CHIL @{child}@\n0 TRLR"
    file.write_text(SMALL.read_text().replace("0 TRLR", family))
    assert run("check", file, "--lang", "en") == 1
    said = capsys.readouterr().out
    assert "Cannot be\n  Line " in said
    assert "Everything in this family can be." not in said


# --- What cannot be done --------------------------------------------------------------------------


def refusal(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert run(*arguments) == 2
    text = capsys.readouterr().err
    assert text.count("\n") == 1
    assert "Traceback" not in text
    return text


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["draw", "nowhere.ged"],
        ["draw", str(SMALL.parent)],
        ["draw", str(SMALL), "-o", "out.docx"],
        ["draw", str(SMALL), "-o", "no-such-folder/out.svg"],
        ["draw", str(SMALL), "--at", "once"],
        ["draw", str(SMALL), "--at", ""],
        ["check", "/dev/zero"],
        ["draw", str(SMALL), "--at", "1960"],
        ["draw", str(SMALL), "--previous", str(SMALL)],
        ["draw", str(SMALL), "--view", "words", "-o", "out.svg"],
        ["draw", str(SMALL), "--view", "genogram", "-o", "out.txt"],
        ["draw", str(SMALL), "--view", "timeline", "--json"],
        ["convert", str(SMALL), "out.ped"],
        ["convert", str(SMALL), "out.json", "--gedcom", "7"],
        ["convert", "nowhere.ged", "out.json"],
        ["check", "nowhere.ged"],
        ["check", __file__],
    ],
)
def test_a_refusal_is_one_line(
    arguments: list[str],
    lang: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    refusal(capsys, *arguments, "--lang", lang)


def test_an_empty_family_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "empty.ged"
    file.write_text("0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n0 TRLR\n")
    assert "begin met wie er thuis woont" in refusal(capsys, "draw", file)


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (["draw", "x.ged", "--deadline", "-1"], "--deadline: '-1' cannot be used"),
        (["draw", "x.ged", "-o", ""], "-o: '' cannot be used"),
        (["draw", "x.ged", "--view", "map"], "--view: 'map' is not possible"),
        (["draw", "x.ged", "--at"], "--at: something has to stand behind it"),
        (["draw", "x.ged", "--al=1"], "--alias: nothing can stand behind it"),
        (["draw", "x.ged", "--a", "1"], "--a can mean --at, --alias"),
        (["draw", "x.ged", "--map"], "--map is not known here"),
        (["draw"], "FILE is missing"),
        (["map"], "command: 'map' is not possible"),
    ],
)
def test_wrong_arguments_are_one_line_in_the_language_asked(
    arguments: list[str], begins: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(*arguments, "--lang=en")
    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith(f"samenspel: {begins}")
    assert told.count("\n") == 1


def test_a_folder_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    told = refusal(capsys, "draw", SMALL, "-o", "no-such-folder/x.svg", "--lang", "en")
    assert "The folder no-such-folder is not there" in told


def test_nobody_was_there_in_a_year(capsys: pytest.CaptureFixture[str]) -> None:
    assert "yet in 1900:" in refusal(capsys, "draw", SMALL, "--at", "1900", "--lang", "en")


# --- The page about it ----------------------------------------------------------------------------

HOW_TO = (SMALL.parents[2] / "docs" / "howto" / "draw-a-family.md").read_text()


def test_the_example_in_python_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "family.ged").write_bytes(SMALL.read_bytes())
    monkeypatch.chdir(tmp_path)
    exec(HOW_TO.split("```python\n")[1].split("```")[0], {})  # noqa: S102 (our own page)
    assert "Pip" in (tmp_path / "family.svg").read_text()


def test_the_example_of_a_placed_drawing_can_be_read() -> None:
    example = parse(HOW_TO.split("```json\n")[1].split("```")[0])
    assert set(example.people) == {"I1", "I2", "I3"}


def test_every_field_of_a_placed_drawing_is_explained() -> None:
    fields = drawing_json(Placement({}, ()))
    explained = {*fields, *fields["quality"]} - {"quality"}
    assert [name for name in explained if f"`{name}`" not in HOW_TO] == []


# --- Alone ----------------------------------------------------------------------------------------


PRINT_MODULES = """
import sys
from samenspel.cli import main
main(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "not_needed"),
    [
        (["draw", str(SMALL), "--json"], {"typst"}),
        (["draw", str(SMALL)], {"typst"}),
        (["check", str(SMALL)], {"typst", "numpy", "samenspel.drawing"}),
        (["convert", str(SMALL), "out.json"], {"typst", "numpy", "samenspel.drawing"}),
    ],
)
def test_a_command_loads_no_more_than_it_needs(
    arguments: list[str], not_needed: set[str], tmp_path: Path
) -> None:
    command = [sys.executable, "-c", PRINT_MODULES, *arguments]
    done = subprocess.run(command, capture_output=True, check=True, text=True, cwd=tmp_path)
    modules = set(done.stderr.split())
    assert "samenspel.commands" in modules
    assert modules.isdisjoint({"django", "babel", "samenspel.web"} | not_needed)
