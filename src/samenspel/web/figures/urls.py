from django.urls import path

from samenspel.web.figures import views

urlpatterns = [
    path("", views.figures, name="figures"),
    path("json/", views.figures_json, name="figures_json"),
    path("rijen/", views.rows, name="figure_rows"),
    path("tarieven/product/", views.new_product, name="new_product"),
    path("tarieven/", views.tariffs, name="tariffs"),
]
