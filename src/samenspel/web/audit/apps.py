from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "samenspel.web.audit"

    def ready(self) -> None:
        from samenspel.web.audit import signals  # noqa: F401 (importing connects the receivers)
