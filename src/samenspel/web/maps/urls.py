from django.urls import path

from samenspel.web.maps.views import (
    beside,
    blank,
    draw,
    exports,
    history,
    imports,
    page,
    panel,
    state,
)

urlpatterns = [
    path("", page.family_map, name="map"),
    path("blad/", page.sheet, name="map_sheet"),
    path("paneel/", panel.panel, name="map_panel"),
    path("teken/", draw.draw, name="map_draw"),
    path("samen/", state.together, name="map_moment"),
    path("dicht/", state.hold, name="map_freeze"),
    path("zet/", state.put_aside, name="map_pin"),
    path("meenemen/", exports.export, name="map_export"),
    path("erin/", imports.upload, name="map_import"),
    path("erin/<uuid:proposal_id>/", imports.proposal, name="map_proposal"),
    path("geschiedenis/", history.history, name="map_history"),
    path("geschiedenis/terug/", history.go_back, name="map_go_back"),
    path("toen-en-nu/", beside.beside, name="map_beside"),
    path("leeg-blad/", blank.blank, name="map_blank"),
]
