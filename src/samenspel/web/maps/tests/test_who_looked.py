"""What *Wie keek mee* tells of a map: who was there on a day, not when or how often they drew."""

from django.utils import timezone

from samenspel.web.cases.presenters import look_lines, looks
from samenspel.web.maps.tests.at_the_map import add
from tests.world import World


def lines_of_parent(world: World) -> list[tuple[bool, str]]:
    name = world.parent_in_circle.name
    found = [one for one in look_lines(looks(world.case)) if one.who == name]
    return [(one.by_day, timezone.localdate(one.moment).isoformat()) for one in found]


def test_what_a_parent_drew_in_private_cannot_be_counted_or_timed(world: World) -> None:
    for name in ("Noor", "Levi", "Jip"):
        add(world, world.parent_in_circle, name, for_="mine")
    assert lines_of_parent(world) == [(True, timezone.localdate(world.now).isoformat())]
    shown = world.english(world.partner_in_circle).get(world.page("who_looked")).content.decode()
    assert (
        f"{timezone.localtime(world.now):%H.%M}"
        not in shown.split(world.parent_in_circle.name + " looked along")[1].split("</li>")[0]
    )


def test_drawing_and_only_looking_read_alike(world: World) -> None:
    world.client(world.parent_in_circle).get(world.page("map"))
    only_looked = lines_of_parent(world)
    add(world, world.parent_in_circle, "Noor", for_="mine")
    assert lines_of_parent(world) == only_looked
