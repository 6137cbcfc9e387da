"""Groups under five are hidden, and nothing beside them gives them back."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samenspel.disclosure import SMALLEST_GROUP, CoarseTable, Group, coarsen, protect_together

CLOSE_BY = Group("close_by", frozenset({"team", "school"}))
SPECIALISED = Group("specialised", frozenset({"gp", "parents"}))
UNJUDGED = Group("unjudged", frozenset({"moved", "withdrew"}))
GROUPS = (CLOSE_BY, SPECIALISED, UNJUDGED)
KEYS = sorted(frozenset().union(*(group.members for group in GROUPS)))

Counts = dict[str, int]
counts = st.dictionaries(st.sampled_from(KEYS), st.integers(0, 8))


def sums_of(counts: Counts) -> Counts:
    return {group.key: sum(counts.get(key, 0) for key in group.members) for group in GROUPS}


def test_the_threshold_is_never_below_five() -> None:
    assert SMALLEST_GROUP >= 5


def test_groups_of_five_and_more_are_shown_with_their_total() -> None:
    table = coarsen({"team": 3, "school": 2, "gp": 9, "moved": 5}, GROUPS)
    assert table == CoarseTable({"close_by": 5, "specialised": 9, "unjudged": 5}, total=19)
    assert table.complete


@pytest.mark.parametrize("few", range(5))
def test_a_group_below_five_is_hidden_and_so_is_the_total(few: int) -> None:
    table = coarsen({"team": 20, "gp": 9, "moved": few}, GROUPS)
    assert table == CoarseTable({"close_by": 20, "specialised": 9, "unjudged": None}, total=None)
    assert not table.complete


def test_a_group_without_any_case_is_hidden_as_well() -> None:
    assert coarsen({"team": 20, "gp": 9}, GROUPS).counts["unjudged"] is None


def test_a_key_in_no_group_is_refused() -> None:
    with pytest.raises(ValueError, match="'church' stands in 0 groups"):
        coarsen({"team": 5, "church": 5}, GROUPS)


def test_a_key_in_two_groups_is_refused() -> None:
    again = Group("again", frozenset({"team"}))
    with pytest.raises(ValueError, match="'team' stands in 2 groups"):
        coarsen({"team": 5}, [*GROUPS, again])


def test_two_groups_of_one_name_are_refused() -> None:
    namesake = Group("close_by", frozenset({"church"}))
    with pytest.raises(ValueError, match="name of its own"):
        coarsen({"team": 5, "church": 5}, [*GROUPS, namesake])


@given(counts)
def test_what_is_shown_is_right_and_what_is_few_is_hidden(counts: Counts) -> None:
    shown = coarsen(counts, GROUPS).counts
    assert shown == {key: n if n >= 5 else None for key, n in sums_of(counts).items()}


@given(counts)
def test_the_total_is_the_sum_or_hidden_with_the_rest(counts: Counts) -> None:
    table = coarsen(counts, GROUPS)
    hidden = None in table.counts.values()
    assert table.total == (None if hidden else sum(counts.values()))


@given(counts, st.lists(st.integers(0, 4), min_size=3, max_size=3))
def test_what_is_hidden_cannot_be_computed_back(counts: Counts, other: list[int]) -> None:
    """Any other small numbers in the hidden groups give the very same table."""
    hidden = [group for group in GROUPS if sums_of(counts)[group.key] < 5]
    assume(hidden)
    changed = dict(counts)
    for group, number in zip(hidden, other, strict=False):
        first, second = sorted(group.members)
        changed |= {first: number, second: 0}
    assert coarsen(changed, GROUPS) == coarsen(counts, GROUPS)


# --- Two tables about the same cases --------------------------------------------------------------


def table(*groups: int | None) -> CoarseTable:
    total = None if None in groups else sum(count or 0 for count in groups)
    return CoarseTable({str(name): count for name, count in enumerate(groups)}, total)


NOTHING = table(None, None, None)


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        pytest.param(table(9, 5, 6), table(5, 5, 10), True, id="both whole"),
        pytest.param(table(7, 5, None), table(12, None, None), True, id="no total is known"),
        pytest.param(table(8, 5, None), table(5, 5, 5), False, id="the second tells the total"),
        pytest.param(table(5, 5, 5), table(8, 5, None), False, id="the first tells the total"),
        pytest.param(table(12, None), table(8, 8, None), False, id="only 16 fits both"),
        pytest.param(table(12, None), table(13, None), False, id="none or four cannot be any more"),
        pytest.param(NOTHING, NOTHING, True, id="nothing beside nothing"),
    ],
)
def test_what_one_table_hides_another_does_not_give_back(
    first: CoarseTable, second: CoarseTable, shown: bool
) -> None:
    assert protect_together([first, second]) == [first, second if shown else second.emptied()]


@given(st.lists(st.integers(0, 12), min_size=2, max_size=4), st.data())
def test_beside_each_other_they_leave_every_hidden_number_possible(
    sizes: list[int], data: st.DataObject
) -> None:
    """An attacker with both tables: a hidden group alone in its table can still be 0 to 4."""
    cut = data.draw(st.integers(0, sum(sizes)))
    first, second = protect_together([coarse(sizes), coarse([cut, sum(sizes) - cut])])
    for one, other in ((first, second), (second, first)):
        hidden = [key for key, count in one.counts.items() if count is None]
        if len(hidden) == 1:
            is_shown = other.least > 0 or not all(c is None for c in other.counts.values())
            totals = range(other.least, other.most + 1) if is_shown else range(one.least + 5)
            assert {one.least + few for few in range(5)} <= set(totals)


def coarse(sizes: list[int]) -> CoarseTable:
    names = [str(number) for number in range(len(sizes))]
    groups = [Group(name, frozenset({name})) for name in names]
    return coarsen(dict(zip(names, sizes, strict=True)), groups)
