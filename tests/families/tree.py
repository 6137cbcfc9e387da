"""Larger families: trees without a crossing, families with many kin marriages, and villages.

    python tests/families/tree.py --seed 1 --people 350                  0 crossings are possible
    python tests/families/tree.py --seed 1 --people 350 --kin-marriages  most marry relatives
    python tests/families/tree.py --seed 1 --people 3000 --village       some do, as in real trees

The same for a seed on every machine. `--kin` sets another share, `--out DIR --count 20` writes
files.
"""

import argparse
import sys
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.families.builder import Builder, Somebody
from tests.families.network import Network, gedcom

MANY = 0.4
SOME = 0.04
LIVES = 27  # years between generations


def tree(seed: int, people: int) -> Network:
    """A chain of family trees; neighbours are tied by one marriage, so that nothing must cross."""
    return Trees(seed, people).grow()


def kin_marriages(seed: int, people: int, kin: float = MANY) -> Network:
    return Village(seed, people, kin, founders=4 + seed % 4).grow()


def village(seed: int, people: int, kin: float = SOME) -> Network:
    return Village(seed, people, kin, founders=max(4, people // 150)).grow()


class Large(Builder):
    def __init__(self, seed: int, people: int) -> None:
        super().__init__(seed, people, unknown=20)

    def founders(self, generation: int = 0) -> list[Somebody]:
        """The children of a first couple."""
        year = 1780 + generation * LIVES + self.dice.randrange(8)
        first = self.person(generation, year, sex="M")
        return self.offspring(first, self.married_in(first), 2 + self.dice.randrange(4))

    def married_in(self, who: Somebody) -> Somebody:
        sex = {"F": "M", "M": "F"}.get(who.sex, "")
        return self.person(who.generation, who.year - 4 + self.dice.randrange(9), sex=sex)

    def offspring(self, who: Somebody, other: Somebody, number: int) -> list[Somebody]:
        bond = self.bond(who, other)
        for _ in range(number):
            self.birth(bond, latest=9999)
        return bond.children


class Trees(Large):
    """Nobody has more than two partners and only one of two partners has parents, except where two
    trees meet: there the last in line of one marries the first in line of the next."""

    def grow(self) -> Network:
        trees = max(1, self.size // 90)
        latest: Somebody | None = None
        for number in range(trees):
            share = self.room // (trees - number)
            latest = self.one_tree(share, latest)
        while self.room:
            self.another()
        return self.network()

    def one_tree(self, share: int, neighbour: Somebody | None) -> Somebody | None:
        """Grows a tree, marries its first line to the neighbour; gives who may marry on."""
        until = self.room - share
        generation = neighbour.generation - 1 - self.dice.randrange(2) if neighbour else 0
        children = self.founders(generation)
        first, last = children[0], children[-1]
        first_line, last_line = self.descendant(first), self.descendant(last)
        if neighbour is not None:
            same = first if first.generation == neighbour.generation else first_line
            if same is not None and same.generation == neighbour.generation:
                self.offspring(neighbour, same, self.dice.randrange(3))
                children = [child for child in children if child is not same]
        waiting = [c for c in children if c is not last and not c.bonds]
        waiting += list(first_line.bonds[0].children) if first_line and first_line.bonds else []
        while waiting and self.room > until:
            who = waiting.pop(0)
            waiting += self.settle(who)
        return last_line if last_line and not last_line.bonds else None

    def descendant(self, who: Somebody) -> Somebody | None:
        """The eldest child of a first bond, to be married later."""
        if self.room < 4:
            return None
        children = self.offspring(who, self.married_in(who), 2)
        return children[0] if children else None

    def settle(self, who: Somebody) -> list[Somebody]:
        """One partner or two, from elsewhere; their children."""
        if self.room < 1 or self.chance(18):
            return []
        children = list(self.offspring(who, self.married_in(who), self.dice.randrange(5)))
        if self.room and self.chance(15):
            children += self.offspring(who, self.married_in(who), self.dice.randrange(3))
        return children

    def another(self) -> None:
        """One more child somewhere, to come to the number."""
        self.birth(self.dice.choice(self.bonds), latest=9999)


class Village(Large):
    """Generation after generation; `kin` of those who marry take somebody of the network."""

    def __init__(self, seed: int, people: int, kin: float, founders: int) -> None:
        super().__init__(seed, people)
        self.kin = kin
        self.first = founders

    def grow(self) -> Network:
        generation: list[Somebody] = []
        for _ in range(self.first):
            generation += self.founders() if self.room > 3 else []
        while self.room:
            following = self.next_generation(generation)
            generation = following or self.founders(generation[0].generation)
        return self.network()

    def next_generation(self, generation: list[Somebody]) -> list[Somebody]:
        following: list[Somebody] = []
        for who in generation:
            if who.bonds or self.chance(15):
                continue
            following += self.marry(who, generation)
            if self.chance(8):
                following += self.marry(who, generation)
        return following

    def marry(self, who: Somebody, generation: list[Somebody]) -> list[Somebody]:
        other = self.relative(who, generation) if self.chance(self.kin * 100) else None
        if other is None and self.room:
            other = self.married_in(who)
        if other is None or not self.room:
            return []
        return self.offspring(who, other, 1 + self.dice.randrange(4))

    def relative(self, who: Somebody, generation: list[Somebody]) -> Somebody | None:
        """A cousin of some degree; now and then of another generation, or no kin by blood."""
        if self.chance(15):
            return self.pick([p for p in generation if self.is_candidate(who, p)])
        near = [p for p in self.blood(who).values() if self.is_candidate(who, p)]
        same = [p for p in near if p.generation == who.generation]
        return self.pick(near if self.chance(8) or not same else same)

    def is_candidate(self, who: Somebody, other: Somebody) -> bool:
        near = abs(who.generation - other.generation) <= 1 and len(other.bonds) < 2
        return near and self.may_pair(who, other)


def main() -> int:
    options = argparse.ArgumentParser(description="Larger generated families as GEDCOM 5.5.1")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--people", type=int, default=350)
    options.add_argument("--kin-marriages", action="store_true")
    options.add_argument("--village", action="store_true")
    options.add_argument("--kin", type=float)
    options.add_argument("--out", type=Path, help="a folder; otherwise to standard output")
    options.add_argument("--count", type=int, default=1, help="so many seeds from --seed on")
    given = options.parse_args()
    for seed in range(given.seed, given.seed + given.count):
        text = gedcom(_made(given, seed))
        if given.out is None:
            sys.stdout.write(text)
        else:
            given.out.mkdir(parents=True, exist_ok=True)
            (given.out / f"tree-{seed:03}.ged").write_text(text, encoding="utf-8")
    return 0


def _made(given: argparse.Namespace, seed: int) -> Network:
    if given.kin_marriages:
        return kin_marriages(seed, given.people, MANY if given.kin is None else given.kin)
    if given.village:
        return village(seed, given.people, SOME if given.kin is None else given.kin)
    return tree(seed, given.people)


if __name__ == "__main__":
    sys.exit(main())
