from django.apps import AppConfig


class MapsConfig(AppConfig):
    name = "samenspel.web.maps"

    def ready(self) -> None:
        from samenspel.web.maps import signals  # noqa: F401 (importing connects the receivers)
