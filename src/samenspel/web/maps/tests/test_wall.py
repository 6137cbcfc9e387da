"""A drawing on the wall: as large as it can be, and nothing smaller than a 45th of the height."""

import re
from datetime import date

from samenspel.drawing.sheet import Look, View, sheet
from samenspel.web.maps.presenters import sheet_html
from samenspel.web.maps.tests.drawn import YARA, draw_family
from tests.families import shapes
from tests.world import World

REM = 1920 * 0.013725  # projector.css
SIZE = re.compile(r'width="([\d.]+)rem" height="([\d.]+)rem" viewBox="\S+ \S+ (\S+) (\S+)"')


def on_the_wall(view: View, smallest: float) -> tuple[float, float, float]:
    """In pixels of a screen 1920 × 1080: width, height, and the smallest text."""
    look = Look(view, alias=True, big=True)
    html = sheet_html(sheet(shapes.blended(), look, today=date(2026, 4, 14)))
    found = SIZE.search(html)
    assert found
    wide, high, units, _ = (float(one) for one in found.groups())
    return wide * REM, high * REM, smallest * wide * REM / units


def test_a_family_of_twelve_is_read_from_the_back_of_the_room() -> None:
    wide, high, text = on_the_wall(View.GENOGRAM, smallest=14.0)
    assert text >= 24
    assert wide <= 1920
    assert high <= 1080 - 170


def test_no_text_around_them_is_smaller_either() -> None:
    _, _, text = on_the_wall(View.SYSTEMOGRAM, smallest=18.5)
    assert text >= 24


def test_who_chooses_on_the_wall_stays_there(world: World) -> None:
    draw_family(world)
    query = "?scherm=groot&rond=nee"
    page = world.english(world.worker).get(world.page("map") + query).content.decode()
    href = re.search(rf'<a class="thing" data-id="{YARA}"[^>]* href="([^"]*)"', page)
    assert href
    assert "scherm=groot" in href[1]
    assert "rond=nee" in href[1]


def test_the_timeline_on_the_wall_is_a_list_of_years(world: World) -> None:
    draw_family(world)
    query = "?scherm=groot&beeld=tijdlijn"
    page = world.english(world.worker).get(world.page("map") + query).content.decode()
    assert '<div class="near-list near-years">' in page
    assert "<h3>2014</h3>" in page
