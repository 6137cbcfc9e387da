"""The municipality's own products in the demonstration: key, Dutch, English, iJw category."""

OWN_PRODUCTS: tuple[tuple[str, str, str, str], ...] = (
    ("jggz", "Jeugd-ggz", "Youth mental health care", "54"),
    ("intensive_home", "Intensieve ambulante hulp thuis", "Intensive help at home", "45"),
    (
        "intensive_home_plus_jggz",
        "Jeugd-ggz en intensieve hulp thuis",
        "Mental health care and intensive help at home",
        "",
    ),
    ("jo", "Jeugd- en opvoedhulp", "Youth and parenting help", "45"),
)
