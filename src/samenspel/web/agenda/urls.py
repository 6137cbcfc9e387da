from django.urls import path

from samenspel.web.agenda import views

urlpatterns = [
    path("", views.agenda, name="agenda"),
    path("categorieen/", views.categories, name="categories"),
    path("vang/", views.catch, name="catch"),
    path("vang/<uuid:meeting_id>/", views.catch_in_meeting, name="catch_in_meeting"),
    path("vraag/<uuid:question_id>/", views.order, name="order_question"),
    path("cyclus/<int:number>/sluiten/", views.close_cycle, name="close_cycle"),
]
