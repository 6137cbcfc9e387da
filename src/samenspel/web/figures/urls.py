from django.urls import path

from samenspel.web.figures import views

urlpatterns = [
    path("", views.figures, name="figures"),
    path("json/", views.figures_json, name="figures_json"),
    path("rijen/", views.rows, name="figure_rows"),
    path("tarieven/", views.tariffs, name="tariffs"),
]
