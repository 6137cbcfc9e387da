"""Step-families of 10 to 80 people, as teams meet them; the same for a seed on every machine.

    python tests/families/step.py --seed 1 --people 40 [--kin 0.05] [--out DIR --count 200]

A household is the start; then the family grows, step by step, by what happens in families:
parents separate and find a new partner (up to three times), often somebody who is separated as
well, sometimes somebody of the same network (both exes of two couples who pair anew), and in
`kin` of all cases a relative of their own or of an ex-partner, now and then of another generation.
Grandparents appear on both sides, and separate too; brothers and sisters stay without children or
have cousins; children are fostered or adopted, some with their birth parents drawn as well;
parents are alone, partners are of the same sex, children are twins, and dates are not remembered.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.families.builder import NOW, Bond, Builder, Somebody
from tests.families.network import Network, gedcom

KIN = 0.05
HARSH = 0.35
LINKED = 30  # percent of new partners who are separated parents of the same network
PARENTS = 2  # the generation of the first couple; 0 are great-grandparents, 4 grandchildren


def step_family(seed: int, people: int | None = None, kin: float = KIN) -> Network:
    """A family of exactly `people`, or of a size between 10 and 80 that follows from the seed."""
    return StepFamily(seed, people or size_of(seed), kin).grow()


def size_of(seed: int) -> int:
    """Spread evenly over 10 to 80."""
    return 10 + seed * 29 % 71


class StepFamily(Builder):
    def __init__(self, seed: int, people: int, kin: float) -> None:
        super().__init__(seed, people)
        self.kin = kin
        self.steps: list[Callable[[], bool]] = [
            *[self.new_partner] * 7,
            *[self.grandparents] * 6,
            *[self.sibling] * 4,
            *[self.another_child] * 4,
            *[self.first_partner] * 2,
            *[self.foster_or_adopt] * 1,
            *[self.lone_parent] * 1,
        ]

    def grow(self) -> Network:
        mother = self.person(PARENTS, 1974 + self.dice.randrange(16), sex="F")
        home = self.bond(mother, self.outsider(mother))
        for _ in range(1 + self.dice.randrange(3)):
            self.birth(home)
        self.part(home)
        while self.room:
            if not self.dice.choice(self.steps)() and self.room and self.chance(20):
                self.sibling()
        return self.network()

    # --- New partners -----------------------------------------------------------------------------

    def new_partner(self) -> bool:
        """A separated parent, or one who separates now, finds somebody, perhaps with children."""
        parents = [p for p in self.people if p.bonds and len(p.bonds) < 4 and p.year < 2000]
        free = [person for person in parents if person.is_free]
        who = self.pick(free if free and self.chance(70) else parents)
        if who is None:
            return False
        for bond in who.bonds:
            self.part(bond)
        return self.pair(who, self.dice.randrange(3))

    def first_partner(self) -> bool:
        """A grown-up brother, sister or child without partner finds one, perhaps with children."""
        single = [p for p in self.people if not p.bonds and p.child_in and p.year < 2004]
        who = self.pick(single)
        if who is None:
            return False
        return self.pair(who, self.dice.randrange(4))

    def pair(self, who: Somebody, children: int) -> bool:
        other = self.relative(who) if self.chance(self.kin * 100) else None
        if other is None and self.chance(LINKED):
            other = self.separated(who)
        if other is None:
            if not self.room:
                return False
            other = self.outsider(who)
            if self.chance(35):
                self.earlier_life(other)
        for bond in other.bonds:
            self.part(bond)
        self.children(self.bond(who, other), children)
        return True

    def outsider(self, who: Somebody) -> Somebody:
        same_sex = self.chance(7)
        sex = who.sex if same_sex else {"F": "M", "M": "F"}.get(who.sex, "")
        return self.person(who.generation, who.year - 4 + self.dice.randrange(9), sex=sex)

    def separated(self, who: Somebody) -> Somebody | None:
        """Another separated parent of the network, of the same generation."""
        near = self.blood(who)
        return self.pick(
            [
                other
                for other in self.people
                if other.bonds
                and other.is_free
                and len(other.bonds) < 4
                and other.generation == who.generation
                and other.number not in near
                and self.may_pair(who, other)
            ]
        )

    def relative(self, who: Somebody) -> Somebody | None:
        """A cousin, or a relative of an ex-partner; in one of eight of another generation."""
        found = dict(self.blood(who))
        for partner in who.partners:
            found |= self.blood(partner)
        grown = [p for p in found.values() if p.year < 2004 and self.may_pair(who, p)]
        same = [p for p in grown if p.generation == who.generation]
        others = [p for p in grown if abs(p.generation - who.generation) == 1]
        return self.pick(others if self.chance(12) or not same else same)

    def earlier_life(self, who: Somebody) -> None:
        """Children from before, alone or with an ex-partner."""
        if not self.room:
            return
        has_ex = self.room > 1 and self.chance(70)
        bond = self.bond(who, self.outsider(who)) if has_ex else self.bond(who)
        self.children(bond, 1 + self.dice.randrange(2))
        if not bond.children and len(bond.partners) < 2:
            self.give_up(bond)
        self.part(bond)

    def give_up(self, bond: Bond) -> None:
        """The latest bond, of one person without children: it says nothing."""
        assert self.bonds.pop() is bond
        for partner in bond.partners:
            partner.bonds.remove(bond)

    # --- Children ---------------------------------------------------------------------------------

    def children(self, bond: Bond, number: int) -> None:
        for _ in range(number):
            self.birth(bond)

    def another_child(self) -> bool:
        bond = self.pick([bond for bond in self.bonds if len(bond.children) < 5])
        return self.birth(bond) if bond else False

    def lone_parent(self) -> bool:
        single = [p for p in self.people if not p.bonds and p.child_in and p.year < 2002]
        who = self.pick(single)
        if who is None:
            return False
        bond = self.bond(who)
        if not self.birth(bond):
            self.give_up(bond)
            return False
        return True

    def foster_or_adopt(self) -> bool:
        """A child comes to live with a couple or a parent; sometimes a birth parent is drawn."""
        homes = [b for b in self.bonds if b.partners and b.partners[0].generation == PARENTS]
        home = self.pick(homes)
        if home is None or not self.room:
            return False
        year = max(2000, max(partner.year for partner in home.partners) + 24)
        if year > NOW - 1:
            return False
        child = self.person(PARENTS + 1, year + self.dice.randrange(NOW - year))
        self.child_of(home, child, self.dice.choice(["foster", "foster", "adopted"]))
        if self.room and self.chance(50):
            mother = self.person(PARENTS, child.year - 19 - self.dice.randrange(15), sex="F")
            with_father = self.room and self.chance(50)
            birth = self.bond(mother, self.outsider(mother)) if with_father else self.bond(mother)
            self.child_of(birth, child)
            self.part(birth)
        return True

    # --- Grandparents, brothers and sisters -------------------------------------------------------

    def grandparents(self) -> bool:
        """Parents for somebody who has none; great-grandparents are rare."""
        first = PARENTS if not self.chance(15) else PARENTS - 1
        lone = [p for p in self.people if not p.child_in and p.generation in (first, first + 1)]
        who = self.pick([p for p in lone if p.generation > PARENTS - 2 and p.year < 2000])
        if who is None or not self.room:
            return False
        parent = self.person(who.generation - 1, who.year - 20 - self.dice.randrange(14))
        both = self.room and not self.chance(12)
        bond = self.bond(parent, self.outsider(parent)) if both else self.bond(parent)
        for partner in bond.partners:
            partner.year = min(partner.year, who.year - 18)
        self.child_of(bond, who)
        if self.chance(60):
            self.sibling_of(who)
        return True

    def sibling(self) -> bool:
        grown = [p for p in self.people if p.child_in and p.generation <= PARENTS]
        who = self.pick(grown)
        return self.sibling_of(who) if who else False

    def sibling_of(self, who: Somebody) -> bool:
        bond = who.child_in[0]
        if not self.room or len(bond.children) > 4:
            return False
        youngest = max(child.year for child in bond.children)
        eldest = min(child.year for child in bond.children)
        first = max(partner.year for partner in bond.partners) + 17
        younger = eldest - 2 < first or self.chance(60)
        year = youngest + 1 + self.dice.randrange(4) if younger else eldest - 1
        self.child_of(bond, self.person(who.generation, year, surname=who.surname))
        return True


def main() -> int:
    options = argparse.ArgumentParser(description="Generated step-families as GEDCOM 5.5.1")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--people", type=int, help="10 to 80 by the seed when left out")
    options.add_argument("--kin", type=float, default=KIN)
    options.add_argument("--out", type=Path, help="a folder; otherwise to standard output")
    options.add_argument("--count", type=int, default=1, help="so many seeds from --seed on")
    given = options.parse_args()
    for seed in range(given.seed, given.seed + given.count):
        text = gedcom(step_family(seed, given.people, given.kin))
        if given.out is None:
            sys.stdout.write(text)
        else:
            given.out.mkdir(parents=True, exist_ok=True)
            (given.out / f"step-{seed:03}.ged").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
