"""What people at one map see of each other, through real sockets."""

from tests.live.conftest import House
from tests.live.talking import play


def test_what_one_draws_is_answered_told_and_shown(house: House) -> None:
    async def scene() -> None:
        worker, partner = await house.join("worker"), await house.join("partner")
        done = await worker.drawn("add_person", name="Sanne")
        assert done["t"] == "done"
        assert done["chosen"]
        fact = await partner.wait("fact", where=lambda one: "Sanne" in one["words"])
        assert fact["about"] == [done["chosen"]]
        assert (await partner.shows("Sanne"))["n"] >= fact["n"]
        await worker.shows("Sanne")
        assert not worker.of("fact")

    play(scene())
