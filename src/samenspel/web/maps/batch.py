"""Many edits of many maps in one transaction, in a fixed number of queries.

The rows of the maps are locked in the order of their keys, so two batches never wait for each
other. Who may draw is looked up after the lock, so it is as it is now.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import QuerySet

from samenspel.family import SCHEMA, Envelope, enclose
from samenspel.web.audit.record import Act, Entry, record_all
from samenspel.web.cases.models import Case
from samenspel.web.maps import news
from samenspel.web.maps.access import circles
from samenspel.web.maps.cache import Version, cache
from samenspel.web.maps.judging import judged, refused_outside
from samenspel.web.maps.loading import SNAPSHOT_EVERY, Point, versions
from samenspel.web.maps.locking import lock_maps
from samenspel.web.maps.models import JointMoment, Map, MapEdit, MapSnapshot
from samenspel.web.maps.rows import BODY, sealed
from samenspel.web.maps.snapshots import clear_away, snapshot_of
from samenspel.web.maps.table import Kept, Known, Table
from samenspel.web.maps.wanted import Outcome, Wanted
from samenspel.web.vault.keys import fetch


def draw(wanted: Sequence[Wanted]) -> list[Outcome]:
    """What came of each, in order. Within a transaction; a refusal touches only its own edit."""
    tables = {table.case.public_id: table for table in _tables(wanted)}
    outcomes = [_outcome(tables.get(one.case_id), one) for one in wanted]
    _store([table for table in tables.values() if table.kept])
    return outcomes


def _outcome(table: Table | None, wanted: Wanted) -> Outcome:
    return refused_outside(wanted) if table is None else judged(table, wanted)


def _tables(wanted: Sequence[Wanted]) -> list[Table]:
    """Every map that is wanted and whose key exists, as it is now."""
    cases = Case.objects.filter(public_id__in={one.case_id for one in wanted})
    cases = cases.only("public_id", "key_id", "state")
    maps = lock_maps(cases)
    _as_they_are_now(maps, cases)
    keys = fetch({one.case.key_id for one in maps})
    maps = [one for one in maps if one.case.key_id in keys]
    newest = versions([Point(one, one.last_number) for one in maps], keys)
    circle = circles(one.case_id for one in maps)
    moments, known = _moments(wanted), _known(maps, wanted)
    return [
        Table(
            case=one.case,
            map=one,
            key=keys[one.case.key_id],
            family_map=newest[one.pk].family_map,
            circle=circle.get(one.case_id, ()),
            moments=[moment for moment in moments if moment.map_id == one.pk],
            known=known.get(one.pk, {}),
        )
        for one in maps
    ]


def _as_they_are_now(maps: Iterable[Map], cases: "QuerySet[Case]") -> None:
    """While one waited for the lock a question may have been closed."""
    fresh = {case.pk: case for case in cases.all()}
    for one in maps:
        one.case = fresh[one.case_id]


def _moments(wanted: Iterable[Wanted]) -> list[JointMoment]:
    named = {one.moment for one in wanted if one.moment}
    return list(JointMoment.objects.filter(public_id__in=named)) if named else []


def _known(maps: Sequence[Map], wanted: Sequence[Wanted]) -> dict[int, dict[UUID, Known]]:
    found: dict[int, dict[UUID, Known]] = {}
    ids = {one.edit_id for one in wanted}
    there = MapEdit.objects.filter(map__in=[one.pk for one in maps], edit_id__in=ids)
    for one, edit_id, author, said in there.values_list("map_id", "edit_id", "author_id", "said"):
        found.setdefault(one, {})[edit_id] = Known(author, said)
    return found


# --- Storing --------------------------------------------------------------------------------------


def _store(tables: Sequence[Table]) -> None:
    if not tables:
        return
    MapEdit.objects.bulk_create(_row(table, kept) for table in tables for kept in table.kept)
    _take_snapshots([table for table in tables if _is_due(table)])
    _count(tables)
    record_all([_entry(table, kept) for table in tables for kept in table.kept])
    news.tell(*(_news(table) for table in tables))
    for table in tables:
        version = Version(table.number, table.family_map)
        cache.keep_when_committed(table.case.public_id, table.map.redactions, version)


def _row(table: Table, kept: Kept) -> MapEdit:
    drawn = kept.drawn
    envelope: Envelope = enclose(drawn.edit, map=str(table.map.pk), number=drawn.number)
    return MapEdit(
        map=table.map,
        number=drawn.number,
        edit_id=kept.edit_id,
        at=drawn.edit.at,
        author=kept.by.person,
        side=drawn.edit.by.side.value,
        way=kept.way,
        undoes=kept.undoes,
        said=table.known[kept.edit_id].said if kept.edit_id in table.known else "",
        schema=SCHEMA,
        body=sealed(BODY, envelope.body or "", key=table.key, key_id=table.case.key_id),
    )


def _take_snapshots(tables: Sequence[Table]) -> None:
    MapSnapshot.objects.bulk_create(snapshot(table) for table in tables)
    for table in tables:
        clear_away(table.map, table.number)


def snapshot(table: Table) -> MapSnapshot:
    return snapshot_of(table.map, table.number, table.family_map, table.key)


def _is_due(table: Table) -> bool:
    return table.number // SNAPSHOT_EVERY > table.map.last_number // SNAPSHOT_EVERY


def _count(tables: Sequence[Table]) -> None:
    maps = [Map(pk=table.map.pk, last_number=table.number) for table in tables]
    Map.objects.bulk_update(maps, ["last_number"])


def _entry(table: Table, kept: Kept) -> Entry:
    return Entry(
        Act.MAP_DRAWN,
        by=kept.by,
        object_type="case",
        object_id=table.case.public_id,
        chain=table.case.public_id,
        detail={"number": kept.drawn.number},
    )


def _news(table: Table) -> news.News:
    return news.News(table.case.public_id, table.number, news.Kind.EDIT)
