"""All addresses, app by app. Dutch words: people see them."""

from django.urls import include, path

urlpatterns = [
    path("", include("samenspel.web.desk.urls")),
    path("", include("samenspel.web.accounts.urls")),
    path("gezinnen/", include("samenspel.web.cases.urls")),
    path("gezinnen/<uuid:case_id>/kaart/", include("samenspel.web.maps.urls")),
    path("sessies/", include("samenspel.web.meetings.urls")),
    path("leeragenda/", include("samenspel.web.agenda.urls")),
    path("partners/", include("samenspel.web.partners.urls")),
    path("cijfers/", include("samenspel.web.figures.urls")),
    path("logboek/", include("samenspel.web.audit.urls")),
    path("account/", include("samenspel.web.accounts.sign_in")),
    path("", include("samenspel.web.base.urls")),
]

handler404 = "samenspel.web.base.errors.not_found"
handler403 = "samenspel.web.base.errors.not_allowed"
handler500 = "samenspel.web.base.errors.broken"
