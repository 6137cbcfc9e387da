from django.urls import path

from samenspel.web.audit import views

urlpatterns = [path("", views.audit, name="audit")]
