"""One walk over every address, as a visitor, as an outsider of each role, and from the circle.

An address without a classification fails, so does one that lets somebody in whom the table of
rights keeps out, and so does any page that shows another family's words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from samenspel.web.accounts.access import PUBLIC, Access
from samenspel.web.accounts.rights import RIGHTS
from samenspel.web.accounts.roles import Role
from samenspel.web.accounts.sign_in import closed
from samenspel.web.agenda.models import Asker, LearningQuestion
from samenspel.web.cases import actions as cases
from samenspel.web.maps import importing
from samenspel.web.maps.models import Map, MapProposal
from tests.world import SECRET, World, consent_to_session


@dataclass(frozen=True)
class Address:
    name: str
    view: Any
    arguments: frozenset[str]

    @property
    def access(self) -> Access | None:
        return getattr(self.view, "access", None)

    @property
    def is_closed(self) -> bool:
        return self.view is closed

    def path(self, values: dict[str, Any]) -> str:
        return reverse(self.name, kwargs={name: values[name] for name in self.arguments})


def addresses() -> list[Address]:
    return list(_walk(get_resolver().url_patterns))


def _walk(patterns: list[Any], before: frozenset[str] = frozenset()) -> Iterator[Address]:
    for pattern in patterns:
        arguments = before | set(pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, arguments)
        elif isinstance(pattern, URLPattern):
            yield Address(str(pattern.name), pattern.callback, arguments)


ALL = addresses()
OPEN = [address for address in ALL if not address.is_closed]
OF_A_CASE = [address for address in OPEN if address.access and address.access.circle]


@pytest.fixture
def values(world: World) -> dict[str, Any]:
    """Something real for every argument of every address, all of it in the world's one case."""
    by = world.actor(world.worker)
    consent_to_session(world.case, by)
    introduction = cases.introduce(world.case, world.session, by=by)
    question = LearningQuestion.objects.create(text="Hoe beginnen we?", asker=Asker.TEAM)
    members = world.case.circle
    return {
        "case_id": world.case.public_id,
        "meeting_id": world.session.public_id,
        "organisation_id": world.school.public_id,
        "question_id": question.public_id,
        "user_id": world.parent_in_circle.public_id,
        "member_id": members.get(user=world.partner_in_circle).public_id,
        "consent_id": world.case.consents.first().public_id,  # type: ignore[union-attr]
        "introduction_id": introduction.public_id,
        "proposal_id": a_proposal(world).public_id,
        "number": world.cycle.number,
    }


def a_proposal(world: World) -> MapProposal:
    """What a file of the worker would add to the map: somebody whose name is the secret."""
    drawing = Map.objects.create(case=world.case)
    file = f"0 HEAD\n1 GEDC\n2 VERS 7.0\n0 @I1@ INDI\n1 NAME {SECRET}\n0 TRLR\n"
    read = importing.read_upload(file.encode(), "family.ged", lang="en")
    return importing.propose(drawing, read, by=world.worker, at=world.now)


def is_let_in(response: HttpResponse) -> bool:
    """A wrong method or an unfinished form is also inside."""
    return response.status_code in {200, 302, 405, 422} and not _asks_to_sign_in(response)


def _asks_to_sign_in(response: HttpResponse) -> bool:
    return response.status_code == 302 and "/account/login/?next=" in response["Location"]


def both_ways(world: World, user: Any, path: str) -> list[HttpResponse]:
    client = world.client(user)
    return [client.get(path), client.post(path, {})]  # type: ignore[list-item]


def test_every_address_is_classified() -> None:
    assert [address.name for address in ALL if address.access is None] == []


def test_the_walk_sees_the_pages_it_should() -> None:
    seen = {address.name for address in OPEN}
    assert {"case", "map", "map_draw", "meeting", "figures_json", "close", "audit"} <= seen


def test_a_visitor_comes_in_only_where_it_is_public(world: World, values: dict[str, Any]) -> None:
    for address in OPEN:
        for response in both_ways(world, None, address.path(values)):
            assert is_let_in(response) == (address.access == PUBLIC), address.name
            assert SECRET not in response.content.decode()


@pytest.mark.parametrize("role", Role)
def test_an_outsider_gets_what_the_table_of_rights_says(
    world: World, values: dict[str, Any], role: Role
) -> None:
    for address in OPEN:
        access = address.access
        assert access is not None
        allowed = not access.circle and (access.function is None or access.function in RIGHTS[role])
        for response in both_ways(world, world.outsiders[role], address.path(values)):
            assert is_let_in(response) == allowed, (address.name, response.status_code)
            assert allowed or response.status_code == 404, address.name
            assert SECRET not in response.content.decode(), address.name


def test_who_is_in_the_circle_gets_in_and_only_the_worker_writes(
    world: World, values: dict[str, Any]
) -> None:
    for address in OF_A_CASE:
        assert address.access
        assert address.access.function
        path = address.path(values)
        writes = address.access.function not in RIGHTS[Role.PARTNER_PROFESSIONAL]
        assert world.client(world.worker).get(path).status_code in {200, 405}, address.name
        reading = world.client(world.partner_in_circle).get(path).status_code
        if address.name == "map_proposal":  # of who brought the file, and of nobody else
            assert reading == 404
            continue
        refused = writes or address.name == "withdraw"
        assert reading in ({403} if refused else {200, 405}), address.name


def test_a_worker_of_another_family_finds_nothing(world: World, values: dict[str, Any]) -> None:
    for address in OF_A_CASE:
        for response in both_ways(world, world.other_worker, address.path(values)):
            assert response.status_code == 404, address.name
            assert SECRET not in response.content.decode()


def test_pieces_of_one_family_do_not_open_through_another(
    world: World, values: dict[str, Any]
) -> None:
    mine = {**values, "case_id": world.other_case.public_id}
    client = world.client(world.other_worker)
    for name in ("withdraw", "take_back", "end_membership"):
        address = next(address for address in OPEN if address.name == name)
        assert client.post(address.path(mine)).status_code == 404
    assert world.case.consents.filter(withdrawn_at=None).exists()


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_reset_password"])
def test_pages_of_allauth_that_have_no_place_here_do_not_exist(world: World, name: str) -> None:
    for user in (None, world.worker):
        assert world.client(user).get(reverse(name)).status_code == 404
