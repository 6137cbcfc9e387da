from django.urls import path

from samenspel.web.accounts import views

urlpatterns = [
    path("meedoen/", views.join, name="join"),
    path("beheer/stadsdelen/", views.districts, name="districts"),
    path("beheer/accounts/", views.people, name="people"),
    path("beheer/accounts/nieuw/", views.new_account, name="new_account"),
    path("beheer/accounts/<uuid:user_id>/", views.person, name="person"),
]
