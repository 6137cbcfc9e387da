from django.urls import include, path

from samenspel.web.cases import views

of_a_case = [
    path("", views.case, name="case"),
    path("eerste-gesprek/", views.first_talk, name="first_talk"),
    path("anders/", views.amend, name="amend"),
    path("toestemming/", views.consent, name="consent"),
    path("toestemming/<uuid:consent_id>/intrekken/", views.withdraw, name="withdraw"),
    path("inbrengen/", views.introduce, name="introduce"),
    path("inbrengen/<uuid:introduction_id>/terug/", views.take_back, name="take_back"),
    path("inzet/", views.effort, name="effort"),
    path("afsluiten/", views.close, name="close"),
    path("heropenen/", views.reopen, name="reopen"),
    path("kring/", views.circle, name="circle"),
    path("kring/iemand/", views.add_person, name="add_person"),
    path("kring/familie/", views.add_family, name="add_family"),
    path("kring/<uuid:member_id>/eindigen/", views.end_membership, name="end_membership"),
    path("wie-keek-mee/", views.who_looked, name="who_looked"),
]

urlpatterns = [
    path("", views.cases, name="cases"),
    path("nieuw/", views.open_case, name="open_case"),
    path("zonder-dossier/<uuid:meeting_id>/", views.without_file, name="without_file"),
    path("<uuid:case_id>/", include(of_a_case)),
]
