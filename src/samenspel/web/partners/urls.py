from django.urls import path

from samenspel.web.partners import views

urlpatterns = [
    path("", views.partners, name="partners"),
    path("nieuw/", views.new_partner, name="new_partner"),
]
