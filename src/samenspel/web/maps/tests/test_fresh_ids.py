"""Ids and accounts that lead nowhere, and a map that is otherwise the same."""

from collections.abc import Iterator
from itertools import count

from samenspel.family import Fact, FamilyMap, Statement, resolve
from samenspel.web.maps.fresh_ids import strangers, with_fresh_ids
from tests.families.practice.romy import i_want_to_go_home


def ids_in(family_map: FamilyMap) -> set[str]:
    found = {one.id for one in family_map} | {one.against for one in family_map}
    for one in family_map:
        found |= {*one.fact.refers_to(), one.fact.brings or ""}
    return found - {""}


def shape(family_map: FamilyMap) -> list[tuple[type[Fact], int, bool]]:
    return [
        (type(one.fact), len(list(one.fact.refers_to())), bool(one.against)) for one in family_map
    ]


def test_no_id_is_left_and_the_family_is_the_same() -> None:
    before = i_want_to_go_home()
    after = with_fresh_ids(before)
    assert ids_in(before).isdisjoint(ids_in(after))
    assert shape(before) == shape(after)
    assert [one.name for one in resolve(before).people] == [
        one.name for one in resolve(after).people
    ]


def test_the_same_ids_give_the_same_map() -> None:
    def numbers() -> Iterator[str]:
        return (str(number) for number in count())

    before = i_want_to_go_home()
    first, second = numbers(), numbers()
    assert with_fresh_ids(before, lambda: next(first)) == with_fresh_ids(
        before, lambda: next(second)
    )


def test_what_contradicts_nothing_that_is_there_stands_by_itself() -> None:
    before = i_want_to_go_home()
    contradicting = next(one for one in before if one.against)
    left: tuple[Statement, ...] = tuple(one for one in before if one.id != contradicting.against)
    after = with_fresh_ids(FamilyMap(left))
    assert not any(one.against for one in after)


def test_accounts_become_numbers() -> None:
    after = strangers(i_want_to_go_home())
    assert {one.by.account for one in after} == {"1"}
