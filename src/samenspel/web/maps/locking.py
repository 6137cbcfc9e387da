"""The rows of maps are locked in the order of their keys, so nobody waits for each other."""

from collections.abc import Iterable
from operator import attrgetter

from samenspel.web.cases.models import Case
from samenspel.web.maps.models import Map


def lock_maps(cases: Iterable[Case]) -> list[Map]:
    """The rows of these maps, made on first use, locked until the transaction ends."""
    by_key = {case.pk: case for case in sorted(cases, key=attrgetter("pk"))}
    found = _locked(by_key)
    missing = [Map(case=case) for key, case in by_key.items() if key not in _cases(found)]
    if missing:
        Map.objects.bulk_create(missing, ignore_conflicts=True)
        found = _locked(by_key)
    for one in found:
        one.case = by_key[one.case_id]
    return found


def _locked(cases: Iterable[int]) -> list[Map]:
    return list(Map.objects.select_for_update().filter(case__in=list(cases)).order_by("pk"))


def _cases(maps: Iterable[Map]) -> set[int]:
    return {one.case_id for one in maps}


def lock_map(case: Case) -> Map:
    (found,) = lock_maps([case])
    return found
