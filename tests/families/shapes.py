"""Invented families for one shape each: what drawings of families get wrong most often."""

from samenspel.family.statements import FamilyMap
from samenspel.family.words import (
    Gender,
    Parentage,
    PersonKind,
    Sex,
    TieKind,
    Topic,
    Twinship,
)
from tests.families.sketch import Sketch


def blended() -> FamilyMap:
    """Parents who parted, mother's new partner, a half-sister, grandparents, a foster child."""
    draw = Sketch()
    _grandparents_of_the_blended(draw)
    draw.man("Tarik", "1983")
    draw.woman("Eva", "1985-06")
    draw.man("Jurre", "1984")
    draw.woman("Kelly", "1991")
    draw.man("Sem", "2012-01-20")
    draw.woman("Liva", "2014-08-03")
    draw.woman("Pip", "2021-03")
    draw.man("Davi", "2013-12")
    draw.begin_with("liva")
    draw.children("bond-yusuf-emine", "tarik")
    draw.children("bond-gerrit-ans", "eva")
    draw.children("bond-wout-marga", "jurre")
    before = draw.couple("tarik", "eva", married="2010", divorced="2018-05")
    now = draw.couple("eva", "jurre", living_together="2019")
    of_davi = draw.couple("kelly")
    draw.children(before, "sem", "liva")
    draw.children(now, "pip")
    draw.children(of_davi, "davi")
    draw.children(now, "davi", parentage=Parentage.FOSTER, since="2023-04")
    draw.not_known("davi", Topic.FATHER)
    draw.home("Tarik", "tarik", "sem", since="2018-05")
    draw.home("Eva en Jurre", "eva", "jurre", "liva", "pip", "davi")
    draw.tie("liva", TieKind.CLOSE, "ans")
    draw.tie("tarik", TieKind.CONFLICT, "eva")
    return draw.map


def _grandparents_of_the_blended(draw: Sketch) -> None:
    draw.man("Yusuf", "1954")
    draw.woman("Emine", "1957")
    draw.man("Gerrit", "1950", died="2019")
    draw.woman("Ans", "1953")
    draw.man("Wout", "1955")
    draw.woman("Marga", "1956")
    draw.couple("yusuf", "emine", married="1978")
    draw.couple("gerrit", "ans", married="1976", widowed="2019")
    draw.couple("wout", "marga", married="1980", divorced="1999")


def birth_and_care() -> FamilyMap:
    """A foster child with parents of birth and of care; her brother lives with grandmother."""
    draw = Sketch()
    draw.woman("Rita", "1958")
    draw.woman("Samantha", "1989-02")
    draw.man("Delano", "1985~")
    draw.man("Gert", "1974")
    draw.woman("Hanneke", "1976")
    draw.woman("Roos", "2008-03")
    draw.woman("Amina", "2016-05-08")
    draw.man("Noah", "2013-09")
    draw.begin_with("amina")
    draw.children(draw.couple("rita"), "samantha")
    birth = draw.couple("delano", "samantha", relationship="2012", ended="2017")
    care = draw.couple("gert", "hanneke", married="2003")
    kin = draw.couple("rita")
    draw.children(birth, "noah", "amina")
    draw.children(care, "roos")
    draw.children(care, "amina", parentage=Parentage.FOSTER, since="2018-02")
    draw.children(kin, "noah", parentage=Parentage.GUARDIAN, since="2018-02")
    draw.not_known("samantha", Topic.FATHER)
    draw.home("Gert en Hanneke", "gert", "hanneke", "roos", "amina")
    draw.home("Rita", "rita", "noah")
    draw.tie("amina", TieKind.CLOSE, "noah")
    draw.tie("amina", TieKind.NEVER_MET, "delano")
    return draw.map


def ended_cohabitation() -> FamilyMap:
    """Two people who lived together without a wedding, and stopped; the children go to and fro."""
    draw = Sketch()
    draw.man("Bilal", "1987-04")
    draw.woman("Femke", "1989-10")
    draw.woman("Yara", "2015-02")
    draw.man("Adam", "2018-06")
    draw.begin_with("adam")
    couple = draw.couple(
        "bilal", "femke", relationship="2011", living_together="2013-09", ended="2021-03"
    )
    draw.children(couple, "yara", "adam")
    draw.home("Femke", "femke", "yara", "adam", since="2013-09")
    draw.home("Bilal", "bilal", since="2021-03")
    draw.lives_in("home-bilal", "yara", "2021-03", "om het weekend")
    draw.lives_in("home-bilal", "adam", "2021-03", "om het weekend")
    return draw.map


def unknown_number_of_siblings() -> FamilyMap:
    """Brothers and sisters whose number or whose parents are not known."""
    draw = Sketch()
    draw.woman("Fatou", "1990")
    draw.man("Lamin", "1994~")
    draw.woman("Awa", "?")
    draw.man("Abel", "1988-07")
    draw.man("Wim", "1955")
    draw.woman("Coby", "1957")
    draw.man("Elias", "2018-11")
    draw.begin_with("elias")
    of_fatou = draw.couple()
    of_abel = draw.couple()
    adoption = draw.couple("wim", "coby", married="1981")
    couple = draw.couple("abel", "fatou", married="2016")
    draw.children(of_fatou, "fatou", "lamin", "awa")
    draw.eldest_first(of_fatou, "awa", "fatou", "lamin")
    draw.more_children(of_fatou, 2)
    draw.children(of_abel, "abel")
    draw.more_children(of_abel)
    draw.children(adoption, "abel", parentage=Parentage.ADOPTED, since="1989")
    draw.children(couple, "elias")
    draw.not_known("fatou", Topic.PARENTS)
    draw.not_known("abel", Topic.PARENTS, Topic.SIBLINGS)
    draw.home("Abel en Fatou", "abel", "fatou", "elias")
    return draw.map


def twins_of_each_kind() -> FamilyMap:
    """Identical, fraternal and not known, a triplet, an unborn child and one that was lost."""
    draw = Sketch()
    draw.woman("Els", "1956")
    draw.man("Nico", "1954")
    for name, born in [("Maaike", "1982"), ("Daan", "1985")]:
        draw.person(name, born, gender=Gender.WOMAN if name == "Maaike" else Gender.MAN)
    draw.man("Omar", "1980")
    draw.woman("Sanne", "1986")
    for name in ("Tess", "Lies"):
        draw.woman(name, "2010-02-14")
    draw.man("Bo", "2013-07")
    for name in ("Mats", "Nine"):
        draw.person(name, "2016-11-02", gender=Gender.MAN if name == "Mats" else Gender.WOMAN)
    for name in ("Noor", "Fien", "Jip"):
        draw.person(name, "2015-05-05", gender=None if name == "Jip" else Gender.WOMAN)
    draw.person("", "2018-09", is_a=PersonKind.MISCARRIAGE)
    draw.person("", "2026-08", is_a=PersonKind.UNBORN)
    draw.begin_with("bo")
    draw.children(draw.couple("nico", "els", married="1979"), "maaike", "daan")
    first = draw.couple("omar", "maaike", married="2008")
    second = draw.couple("daan", "sanne", registered="2014")
    draw.children(first, "tess", "lies", "bo", "mats", "nine")
    draw.children(second, "noor", "fien", "jip", "miscarriage", "unborn")
    draw.twins("tess", "lies", are=Twinship.IDENTICAL)
    draw.twins("mats", "nine", are=Twinship.FRATERNAL)
    draw.twins("noor", "fien", "jip", are=Twinship.UNKNOWN)
    draw.home("Omar en Maaike", "omar", "maaike", "tess", "lies", "bo", "mats", "nine")
    return draw.map


def three_partners_in_a_row() -> FamilyMap:
    """A mother with three partners, one after the other, and a child with each."""
    draw = Sketch()
    draw.woman("Monique", "1976-03")
    draw.man("Hans", "1972")
    draw.man("Ferry", "1979")
    draw.man("Sergio", "1974")
    draw.woman("Kim", "2000-10")
    draw.man("Joey", "2009-01")
    draw.woman("Luna", "2016-12")
    draw.begin_with("joey")
    first = draw.couple("hans", "monique", married="1998", divorced="2006")
    second = draw.couple("monique", "ferry", living_together="2008", ended="2013")
    third = draw.couple("monique", "sergio", relationship="2014", registered="2018-05")
    draw.children(first, "kim")
    draw.children(second, "joey")
    draw.children(third, "luna")
    draw.home("Monique en Sergio", "monique", "sergio", "joey", "luna")
    draw.tie("joey", TieKind.DISTANT, "ferry")
    return draw.map


def two_mothers_and_a_donor() -> FamilyMap:
    """Two mothers with a donor who is known, two fathers with a surrogate mother."""
    draw = Sketch()
    draw.man("Piet", "1955")
    draw.woman("Lenie", "1957")
    draw.woman("Lisanne", "1985")
    draw.man("Koen", "1988")
    draw.woman("Noor", "1987")
    draw.man("Mark", "1983")
    draw.man("Yusuf", "1986")
    draw.woman("Marieke", "1990")
    draw.person("Mika", "2017-04", gender=Gender.NONBINARY, sex=Sex.FEMALE)
    draw.man("Tijn", "2020-09")
    draw.woman("Elif", "2022-02")
    draw.begin_with("mika")
    draw.children(draw.couple("piet", "lenie", married="1982"), "lisanne", "koen")
    mothers = draw.couple("lisanne", "noor", married="2014-07-12")
    fathers = draw.couple("koen", "yusuf", living_together="2015", married="2019")
    donor, surrogate = draw.couple("mark"), draw.couple("marieke")
    adopted = {"noor": Parentage.ADOPTED}
    draw.children(mothers, "mika", "tijn", ways=adopted)
    draw.children(donor, "mika", "tijn", parentage=Parentage.DONOR)
    draw.children(fathers, "elif", ways={"yusuf": Parentage.ADOPTED})
    draw.children(surrogate, "elif", parentage=Parentage.SURROGATE)
    draw.home("Lisanne en Noor", "lisanne", "noor", "mika", "tijn")
    draw.home("Koen en Yusuf", "koen", "yusuf", "elif")
    return draw.map


def a_child_in_two_homes() -> FamilyMap:
    """A boy who lives one week here and one week there, each home with people of its own."""
    draw = Sketch()
    draw.man("Maarten", "1984")
    draw.woman("Saïda", "1986-02")
    draw.woman("Iris", "1988")
    draw.man("Finn", "2014-03")
    draw.woman("Nora", "2016-10")
    draw.man("Levi", "2022-07")
    draw.person("Minoes", "2019", is_a=PersonKind.PET)
    draw.begin_with("finn")
    before = draw.couple("maarten", "saida", married="2012", divorced="2020")
    now = draw.couple("maarten", "iris", living_together="2021")
    draw.children(before, "finn", "nora")
    draw.children(now, "levi")
    draw.home("Saïda", "saida", "nora", "minoes", since="2020")
    draw.home("Maarten en Iris", "maarten", "iris", "levi", since="2021")
    draw.lives_in("home-saida", "finn", "2020", "de ene week")
    draw.lives_in("home-maarten-en-iris", "finn", "2021", "de andere week")
    return draw.map


def secret_and_reconciled() -> FamilyMap:
    """Bonds of every stage: secret, apart in two homes, and together again."""
    draw = Sketch()
    draw.woman("Anja", "1970")
    draw.man("Bert", "1968")
    draw.man("Carlo", "1972")
    draw.woman("Dora", "1994")
    draw.man("Emre", "1993")
    draw.woman("Fay", "2006")
    draw.woman("Greta", "1975")
    draw.couple("bert", "anja", married="1992", divorced="2004", reconciled="2007")
    draw.couple("anja", "carlo", secret="2005")
    draw.couple("dora", "emre", married="2018", living_apart="2024")
    draw.couple("carlo", "greta", relationship="2009", ended="2013")
    draw.children("bond-bert-anja", "dora")
    draw.children("bond-anja-carlo", "fay")
    return draw.map
