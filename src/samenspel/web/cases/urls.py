from django.urls import include, path

from samenspel.web.cases.views import (
    circle,
    consents,
    course,
    finding,
    introductions,
    page,
)

of_a_case = [
    path("", page.case, name="case"),
    path("eerste-gesprek/", page.first_talk, name="first_talk"),
    path("anders/", page.amend, name="amend"),
    path("toestemming/", consents.consent, name="consent"),
    path("toestemming/<uuid:consent_id>/intrekken/", consents.withdraw, name="withdraw"),
    path("inbrengen/", introductions.introduce, name="introduce"),
    path("inbrengen/<uuid:introduction_id>/terug/", introductions.take_back, name="take_back"),
    path("inzet/", course.effort, name="effort"),
    path("afsluiten/", course.close, name="close"),
    path("heropenen/", course.reopen, name="reopen"),
    path("kring/", circle.circle, name="circle"),
    path("kring/iemand/", circle.add_person, name="add_person"),
    path("kring/familie/", circle.add_family, name="add_family"),
    path("kring/<uuid:member_id>/eindigen/", circle.end_membership, name="end_membership"),
    path("wie-keek-mee/", page.who_looked, name="who_looked"),
]

urlpatterns = [
    path("", finding.cases, name="cases"),
    path("nieuw/", finding.open_case, name="open_case"),
    path("zonder-dossier/<uuid:meeting_id>/", introductions.without_file, name="without_file"),
    path("<uuid:case_id>/", include(of_a_case)),
]
