"""Blank sheets for drawing by hand."""

import pytest

from samenspel.web.maps.tests.drawn import draw_family
from tests.world import World


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_a_blank_sheet_is_a_pdf_without_anything_of_the_family(world: World, size: str) -> None:
    client = world.client(world.parent_in_circle)
    empty = client.get(f"{world.page('map_blank')}?size={size}")
    assert empty["Content-Type"] == "application/pdf"
    assert empty.content.startswith(b"%PDF")
    draw_family(world)
    assert client.get(f"{world.page('map_blank')}?size={size}").content == empty.content


@pytest.mark.parametrize("asked", ["", "?size=a0"])
def test_the_page_offers_both_sizes(world: World, asked: str) -> None:
    page = world.client(world.worker).get(world.page("map_blank") + asked).content.decode()
    assert "?size=a4" in page
    assert "?size=a3" in page


def test_an_outsider_finds_no_page(world: World) -> None:
    assert world.client(world.other_worker).get(world.page("map_blank")).status_code == 404
