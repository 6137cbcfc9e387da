"""The gallery is what `make gallery` makes, and its families can be."""

import json

import pytest

from bench.count import count
from samenspel.family import FamilyMap, examine, problems
from tools import gallery

BUILT = {shown.name: shown for shown in gallery.GALLERY}


@pytest.mark.parametrize("name", BUILT)
def test_nothing_of_a_family_is_left_out(name: str) -> None:
    assert examine(BUILT[name].build()).left_out == ()


@pytest.mark.parametrize("name", BUILT)
def test_a_family_is_twice_the_same(name: str) -> None:
    first: FamilyMap = BUILT[name].build()
    assert first == BUILT[name].build()


@pytest.mark.parametrize("name", BUILT)
def test_what_the_family_says_can_be(name: str) -> None:
    assert problems(BUILT[name].build(), today=gallery.ON) == ()


@pytest.mark.parametrize("name", BUILT)
def test_its_drawing_is_the_best_there_is(name: str) -> None:
    """As the bench counts it, from the JSON alone."""
    drawing = json.loads(gallery.views_of(BUILT[name]).placed_json)
    counted = count(drawing)
    quality = drawing["quality"]
    assert quality["proven"]
    assert counted.crossings + counted.passed_over == quality["bound"]
    assert (counted.twice, counted.missing, counted.split_unions, counted.misplaced) == (0, 0, 0, 0)


@pytest.mark.parametrize("name", BUILT)
def test_the_pictures_are_what_the_code_draws(name: str) -> None:
    """Behind? Run `make gallery`, and look at what changed."""
    changed = [
        file
        for file, text in gallery.files_of(BUILT[name])
        if (gallery.FOLDER / file).read_text(encoding="utf-8") != text
    ]
    assert changed == []


def test_the_gallery_holds_no_other_files() -> None:
    wanted = {
        f"{shown.name}{gallery.ENDING[view]}.svg"
        for shown in gallery.GALLERY
        for view in shown.views
    }
    wanted |= {f"{shown.name}.txt" for shown in gallery.GALLERY} | {"README.md", "tekenblad.svg"}
    assert {path.name for path in gallery.FOLDER.iterdir()} == wanted


def test_the_page_shows_every_family() -> None:
    words = {
        f"{shown.name}.txt": (gallery.FOLDER / f"{shown.name}.txt").read_text(encoding="utf-8")
        for shown in gallery.GALLERY
    }
    assert (gallery.FOLDER / "README.md").read_text(encoding="utf-8") == gallery.page(words)
