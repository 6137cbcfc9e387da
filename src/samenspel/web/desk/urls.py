from django.urls import path

from samenspel.web.desk import views

urlpatterns = [
    path("", views.today, name="today"),
    path("beheer/accounts/<uuid:user_id>/code/", views.fresh_code, name="fresh_code"),
    path("meer/", views.more, name="more"),
    path("sessies/<uuid:meeting_id>/", views.meeting, name="meeting"),
]
