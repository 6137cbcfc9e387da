"""What can be chosen in a systemogram: people, homes, organisations, and the lines between."""

from collections.abc import Iterator, Sequence

from samenspel.drawing.scene import Place
from samenspel.drawing.sheet.ids import StatementIds
from samenspel.drawing.sheet.labels import Labels
from samenspel.drawing.sheet.thing import (
    FINGER,
    Shape,
    Thing,
    around,
    band,
    block,
    disc,
    middle,
)
from samenspel.drawing.sheet.ways import with_ways
from samenspel.drawing.signs.curves import Curve, rounded
from samenspel.drawing.signs.symbols import outlines, selection
from samenspel.drawing.systemogram.descriptions import RADIUS
from samenspel.drawing.systemogram.homes import SYMBOL, Home
from samenspel.drawing.systemogram.lines import lines_of
from samenspel.drawing.systemogram.links import Link, held
from samenspel.drawing.systemogram.plan import Plan, link_box
from samenspel.drawing.systemogram.routes import overlap
from samenspel.family.facts import Fact, Id, InvolvedFact, SupporterFact

GLOW, LINE = 14.0, 20.0
ENDS = 18.0  # a line is not touched so near to what it joins
STEPS = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)  # where along a line it may be touched


def things_of(planned: Plan, labels: Labels, ids: StatementIds) -> tuple[Thing, ...]:
    """The homes with their people first, then who stands around them, each with its lines."""
    people = {who: _person(planned, who, labels) for who in planned.names}
    cards = {one: _card(planned, one, labels) for one in planned.cards}
    links = list(_links(planned, labels, ids))
    things: list[Thing] = []
    for home in planned.homes:
        things += [*_home(home, labels), *(people.pop(who) for who in home.people)]
    things += people.values()
    for one in cards.values():
        things += [one, *(link for link in links if link.joins[0] == one.id)]
    things += [link for link in links if link.joins[0] not in cards]
    return with_ways(things, {})


def _person(planned: Plan, who: Id, labels: Labels) -> Thing:
    at, person = planned.places[who], planned.wording.family.person[who]
    ((glow, _),) = outlines(selection(person, at, SYMBOL))
    touch = (block(link_box(planned, who), 2.0),)
    return Thing(who, "person", labels.person(who), at, touch, Shape(glow))


def _card(planned: Plan, one: Id, labels: Labels) -> Thing:
    box = link_box(planned, one)
    label, glow = labels.organisation(one), block(box, 6.0, 16.0)
    return Thing(one, "organisation", label, middle(box), (block(box, 0.0, 12.0),), glow)


def _home(home: Home, labels: Labels) -> Iterator[Thing]:
    """Touched within its outline, where nobody stands."""
    if home.id:
        outline, at = rounded(home.box, RADIUS), (middle(home.box)[0], home.box[1] + 14.0)
        label, touch, glow = labels.household(home.id), Shape(outline), Shape(outline, GLOW - 4)
        yield Thing(home.id, "household", label, at, (touch,), glow)


# --- Lines ----------------------------------------------------------------------------------------


def _links(planned: Plan, labels: Labels, ids: StatementIds) -> Iterator[Thing]:
    taken = [link_box(planned, one) for one in planned.places]
    for link, line in zip(planned.around.links, lines_of(planned), strict=True):
        fact = _fact_of(planned, link)
        one = ids.take(fact) if fact else ""
        if not fact or not one:
            continue
        curve = Curve(line)
        at = _spot(curve, taken)
        taken.append(around(at))
        touch = (disc(at), band(_inner(curve), LINE))
        glow, joins = band(curve.part(0, curve.length), GLOW), (link.source, link.target)
        yield Thing(one, fact.kind, labels.statement(one), at, touch, glow, joins)


def _fact_of(planned: Plan, link: Link) -> Fact | None:
    """What the line was drawn for first; a tie of two that have an arrow lies under the arrow."""
    involved = [*_involved(planned, link)]
    return next(iter(involved), link.tie)


def _involved(planned: Plan, link: Link) -> Iterator[InvolvedFact | SupporterFact]:
    wording = planned.wording
    if link.source in wording.family.organisation:
        facts = held(wording, link.source)
        yield from (fact for fact in facts if fact.towards == link.target)
    for fact in wording.family.supporters:
        if (fact.person, fact.of) == (link.source, link.target) and link.points:
            yield fact


def _spot(curve: Curve, taken: Sequence[tuple[float, float, float, float]]) -> Place:
    """Near the middle, clear of what can be touched already."""
    spots = [curve.at(curve.length * share) for share in STEPS]
    free = (at for at in spots if not any(overlap(around(at, FINGER), box) for box in taken))
    return next(free, spots[0])


def _inner(curve: Curve) -> Sequence[Place]:
    ends = min(ENDS, curve.length / 4)
    return curve.part(ends, curve.length - ends)
