"""'Now we draw together': who is here, and for whom what is drawn then is."""

import asyncio
import urllib.parse
import urllib.request

from tests.live.conftest import House
from tests.live.talking import Talk, play

TOKEN = "a" * 32


def post(house: House, who: str, page: str, **fields: str) -> int:
    """Send a form of the page, as a browser would."""
    address = f"{house.server.address}/gezinnen/{house.case}/kaart/{page}/"
    cookie = f"sessionid={house.content['sessions'][who]}; csrftoken={TOKEN}"
    data = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": TOKEN}).encode()
    headers = {"Cookie": cookie, "Origin": house.server.address}
    request = urllib.request.Request(address, data, headers)  # noqa: S310 (our own server)
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(request, timeout=20) as answer:
        return int(answer.status)


async def begun(house: House, *here: Talk) -> str:
    await asyncio.to_thread(post, house, "worker", "samen", do="begin")
    for one in here:
        state = await one.wait("state", "welcome", where=lambda said: said["moment"] is not None)
    return str(state["moment"])


async def ended(house: House, *here: Talk) -> None:
    await asyncio.to_thread(post, house, "worker", "samen", do="end")
    for one in here:
        await one.wait("state", where=lambda said: said["moment"] is None)


async def initials_here(one: Talk, number: int) -> list[tuple[str, int]]:
    said = await one.wait("here", where=lambda said: len(said["people"]) == number)
    return [(person["initials"], person["mark"]) for person in said["people"]]


def test_who_joins_is_seen_by_who_joined_and_by_nobody_else(house: House) -> None:
    async def scene() -> None:
        mother, father = await house.join("mother"), await house.join("father")
        worker = await house.join("worker")
        moment = await begun(house, mother, father, worker)
        await mother.say("join", moment=moment)
        assert (await mother.wait("welcome", where=lambda said: said["joined"]))["you"]["mark"] == 1
        await worker.say("join", moment=moment)
        assert await initials_here(worker, 2) == [("Mo", 1), ("Wo", 2)]
        drawn = (await worker.drawn("add_person", name="Voor Ons"))["chosen"]
        await mother.wait("fact", where=lambda said: drawn in said["about"])
        await worker.say("select", about=drawn)
        await mother.wait("here", where=lambda said: said["people"][-1]["about"] == drawn)
        await worker.say("select", about="not-on-the-table")
        await mother.wait("here", where=lambda said: said["people"][-1]["about"] == "")
        await worker.close()
        assert await initials_here(mother, 1) == [("Mo", 1)]
        assert father.of("here") == []
        await ended(house, mother, father)

    play(scene())


def test_a_parents_own_additions_stay_theirs_and_the_workers_until_they_draw_together(
    house: House,
) -> None:
    async def scene() -> None:
        mother, father = await house.join("mother"), await house.join("father")
        worker = await house.join("worker")
        own = (await mother.drawn("add_person", name="Van Moeder"))["chosen"]
        fact = await worker.wait("fact", where=lambda said: own in said["about"])
        assert (fact["who"], fact["mark"]) == (None, None)
        moment = await begun(house, mother, father, worker)
        for one in (mother, father):
            await one.say("join", moment=moment)
            await one.wait("welcome", where=lambda said: said["joined"])
        shared = (await mother.drawn("add_person", name="Van Ons"))["chosen"]
        fact = await father.wait("fact", where=lambda said: shared in said["about"])
        assert (fact["who"], fact["mark"], fact["n"]) == ("Mo", 1, 1)
        last = await father.shows("Van Ons")
        assert "Van Moeder" not in last["html"]
        assert [one for one in father.of("fact") if own in one["about"]] == []
        table = await mother.wait(
            "sheet",
            where=lambda said: "Van Ons" in said["html"] and "Van Moeder" not in said["html"],
        )
        assert table["html"] == last["html"]
        await mother.say("leave")
        await mother.wait(
            "sheet", where=lambda said: "Van Ons" in said["html"] and "Van Moeder" in said["html"]
        )
        await ended(house, mother, father, worker)

    play(scene())


def test_what_was_saved_up_for_a_moment_that_is_over_is_not_for_the_circle(house: House) -> None:
    async def scene() -> None:
        father = await house.join("father")
        mother = await house.join("mother")
        moment = await begun(house, mother)
        await mother.close()
        await ended(house, father)
        late = await house.join("mother", moment=moment)
        assert not late.of("welcome")[0]["joined"]
        done = await late.drawn("add_person", name="Nagekomen")
        assert done["warnings"]
        assert [one for one in father.of("fact") if done["chosen"] in one["about"]] == []

    play(scene())


def test_a_frozen_map_is_told_and_takes_nothing(house: House) -> None:
    async def scene() -> None:
        mother = await house.join("mother")
        await asyncio.to_thread(post, house, "worker", "dicht", do="freeze")
        await mother.wait("state", where=lambda said: said["frozen"])
        assert (await mother.drawn("add_person", name="Niet Nu"))["t"] == "refused"
        await asyncio.to_thread(post, house, "worker", "dicht", do="lift")
        await mother.wait("state", where=lambda said: not said["frozen"])
        assert (await mother.drawn("add_person", name="Weer Wel"))["t"] == "done"

    play(scene())


def test_what_is_drawn_with_a_form_is_told_over_the_sockets(house: House) -> None:
    async def scene() -> None:
        partner = await house.join("partner")
        fields = {"do": "add_person", "name": "Via Formulier", "edit_id": ""}
        await asyncio.to_thread(post, house, "worker", "teken", **fields)
        await partner.wait("fact", where=lambda said: "Via Formulier" in said["words"])
        await partner.shows("Via Formulier")

    play(scene())
