from django.urls import path

from samenspel.web.meetings import views

urlpatterns = [
    path("", views.meetings, name="meetings"),
    path("nieuw/", views.new_meeting, name="new_meeting"),
    path("cycli/", views.cycles, name="cycles"),
    path("cycli/nieuw/", views.new_cycle, name="new_cycle"),
    path("<uuid:meeting_id>/familie/", views.family, name="meeting_family"),
    path("<uuid:meeting_id>/aanwezig/<uuid:organisation_id>/", views.attendance, name="attendance"),
]
