from django.urls import path
from django.views.i18n import set_language

from samenspel.web.accounts.access import public
from samenspel.web.base.health import healthz, readyz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("taal/", public(set_language), name="set_language"),
]
