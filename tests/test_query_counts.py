"""The number of queries does not grow with the number of cases, and a list finds its index."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenspel.web.cases.models import Case
from tests.world import World, consent_to_session, open_case

PAGES = ("/", "/gezinnen/", "/cijfers/", "/sessies/")


def queries_of(world: World, path: str) -> int:
    client = world.client(world.worker)
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def add_cases(world: World, number: int) -> None:
    for _ in range(number):
        case = open_case(world.actor(world.worker), world.west)
        consent_to_session(case, world.actor(world.worker))


def test_lists_and_figures_ask_as_much_for_ten_cases_as_for_three(world: World) -> None:
    add_cases(world, 2)
    before = {path: queries_of(world, path) for path in PAGES}
    add_cases(world, 7)
    assert {path: queries_of(world, path) for path in PAGES} == before


def test_a_list_opens_all_its_texts_with_one_key_query(
    world: World, django_assert_num_queries
) -> None:
    add_cases(world, 5)
    client = world.client(world.worker)
    with django_assert_num_queries(1, using="keys"):
        client.get("/gezinnen/")


def test_a_case_page_asks_as_much_in_a_full_town(world: World) -> None:
    path = f"/gezinnen/{world.case.public_id}/"
    before = queries_of(world, path)
    add_cases(world, 5)
    assert queries_of(world, path) == before


def test_the_list_of_somebody_is_read_from_an_index_without_sorting(world: World) -> None:
    plan = str(Case.objects.visible_to(world.worker, world.now)[:51].explain()).upper()
    if connection.vendor == "sqlite":
        assert "CASES_OF_A_USER" in plan
        assert "TEMP B-TREE" not in plan
    else:
        assert "CASES_CIRCLEMEMBER" in plan or "SEQ SCAN ON CASES_CIRCLEMEMBER" in plan
