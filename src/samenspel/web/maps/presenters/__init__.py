"""What the map page shows, decided before the template: the sheet, the panel, the forms."""

from samenspel.web.maps.presenters.sheet import sheet_html

__all__ = ["sheet_html"]
