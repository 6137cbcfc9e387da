"""The acts that are recorded, each with its NEN 7513 action code and its words."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Act(StrEnum):
    SIGNED_IN = "account.sign_in"
    SIGN_IN_REFUSED = "account.sign_in_refused"
    SIGNED_OUT = "account.sign_out"
    ACCOUNT_MADE = "account.make"
    DISTRICT_ADDED = "district.add"
    TEAM_ADDED = "team.add"
    ROLE_GRANTED = "account.role.grant"
    ROLE_ENDED = "account.role.end"
    CODE_MADE = "account.code.make"
    CODE_USED = "account.code.use"
    CASES_LISTED = "case.list"
    CASES_SEARCHED = "case.search"
    CASE_OPENED = "case.open"
    CASE_READ = "case.read"
    CASE_CHANGED = "case.change"
    CASE_CLOSED = "case.close"
    CASE_REOPENED = "case.reopen"
    COUNTERFACTUAL_AMENDED = "case.counterfactual.amend"
    CONSENT_GIVEN = "case.consent.give"
    CONSENT_WITHDRAWN = "case.consent.withdraw"
    CASE_INTRODUCED = "case.introduce"
    INTRODUCED_WITHOUT_FILE = "case.introduce_without_file"
    INTRODUCTION_TAKEN_BACK = "case.introduce.undo"
    EFFORT_ADDED = "case.effort.add"
    CIRCLE_ADDED = "case.circle.add"
    CIRCLE_ENDED = "case.circle.end"
    MAP_DRAWN = "case.map.draw"
    MAP_EXPORTED = "case.map.export"
    MAP_IMPORTED = "case.map.import"
    MAP_FROZEN = "case.map.freeze"
    MAP_LIFTED = "case.map.lift"
    MOMENT_BEGUN = "case.map.moment.begin"
    MOMENT_ENDED = "case.map.moment.end"
    MAP_REDACTED = "case.map.redact"
    MAP_CONNECTED = "case.map.connect"
    MEETING_PLANNED = "meeting.plan"
    ATTENDANCE_NOTED = "meeting.attendance"
    CYCLE_PLANNED = "cycle.plan"
    CYCLE_CLOSED = "cycle.close"
    QUESTION_CAUGHT = "question.catch"
    QUESTION_ORDERED = "question.order"
    ORGANISATION_ADDED = "organisation.add"
    PRODUCT_ADDED = "product.add"
    CATEGORY_ADDED = "category.add"
    TARIFF_SET = "tariff.set"
    FIGURES_SEEN = "figures.see"
    FIGURES_EXPORTED = "figures.export"
    ROWS_SEEN = "figures.rows"
    AUDIT_READ = "audit.read"
    DEMONSTRATION_LOADED = "demonstration.load"


CREATE, READ, UPDATE, EXECUTE = "C", "R", "U", "E"

ACTION_CODE: dict[Act, str] = {
    Act.SIGNED_IN: EXECUTE,
    Act.SIGN_IN_REFUSED: EXECUTE,
    Act.SIGNED_OUT: EXECUTE,
    Act.ACCOUNT_MADE: CREATE,
    Act.DISTRICT_ADDED: CREATE,
    Act.TEAM_ADDED: CREATE,
    Act.ROLE_GRANTED: CREATE,
    Act.ROLE_ENDED: UPDATE,
    Act.CODE_MADE: CREATE,
    Act.CODE_USED: EXECUTE,
    Act.CASES_LISTED: READ,
    Act.CASES_SEARCHED: READ,
    Act.CASE_OPENED: CREATE,
    Act.CASE_READ: READ,
    Act.CASE_CHANGED: UPDATE,
    Act.CASE_CLOSED: UPDATE,
    Act.CASE_REOPENED: UPDATE,
    Act.COUNTERFACTUAL_AMENDED: CREATE,
    Act.CONSENT_GIVEN: CREATE,
    Act.CONSENT_WITHDRAWN: UPDATE,
    Act.CASE_INTRODUCED: CREATE,
    Act.INTRODUCED_WITHOUT_FILE: CREATE,
    Act.INTRODUCTION_TAKEN_BACK: UPDATE,
    Act.EFFORT_ADDED: CREATE,
    Act.CIRCLE_ADDED: CREATE,
    Act.CIRCLE_ENDED: UPDATE,
    Act.MAP_DRAWN: CREATE,
    Act.MAP_EXPORTED: EXECUTE,
    Act.MAP_IMPORTED: CREATE,
    Act.MAP_FROZEN: UPDATE,
    Act.MAP_LIFTED: UPDATE,
    Act.MOMENT_BEGUN: CREATE,
    Act.MOMENT_ENDED: UPDATE,
    Act.MAP_REDACTED: UPDATE,
    Act.MAP_CONNECTED: READ,
    Act.MEETING_PLANNED: CREATE,
    Act.ATTENDANCE_NOTED: UPDATE,
    Act.CYCLE_PLANNED: CREATE,
    Act.CYCLE_CLOSED: UPDATE,
    Act.QUESTION_CAUGHT: CREATE,
    Act.QUESTION_ORDERED: UPDATE,
    Act.ORGANISATION_ADDED: CREATE,
    Act.PRODUCT_ADDED: CREATE,
    Act.CATEGORY_ADDED: CREATE,
    Act.TARIFF_SET: CREATE,
    Act.FIGURES_SEEN: READ,
    Act.FIGURES_EXPORTED: EXECUTE,
    Act.ROWS_SEEN: READ,
    Act.AUDIT_READ: READ,
    Act.DEMONSTRATION_LOADED: EXECUTE,
}

WORDS: dict[Act, str | Promise] = {
    Act.SIGNED_IN: _("signed in"),
    Act.SIGN_IN_REFUSED: _("tried to sign in, refused"),
    Act.SIGNED_OUT: _("signed out"),
    Act.ACCOUNT_MADE: _("made an account"),
    Act.DISTRICT_ADDED: _("added a district"),
    Act.TEAM_ADDED: _("added a team"),
    Act.ROLE_GRANTED: _("gave a role"),
    Act.ROLE_ENDED: _("ended a role"),
    Act.CODE_MADE: _("made a one-time code"),
    Act.CODE_USED: _("took an account into use"),
    Act.CASES_LISTED: _("looked at the list"),
    Act.CASES_SEARCHED: _("searched the list"),
    Act.CASE_OPENED: _("wrote down the question"),
    Act.CASE_READ: _("looked along"),
    Act.CASE_CHANGED: _("changed something"),
    Act.CASE_CLOSED: _("closed the question"),
    Act.CASE_REOPENED: _("opened the question again"),
    Act.COUNTERFACTUAL_AMENDED: _("changed what would have been used otherwise"),
    Act.CONSENT_GIVEN: _("wrote down a consent"),
    Act.CONSENT_WITHDRAWN: _("withdrew a consent"),
    Act.CASE_INTRODUCED: _("brought it into a session"),
    Act.INTRODUCED_WITHOUT_FILE: _("brought in a question without the file"),
    Act.INTRODUCTION_TAKEN_BACK: _("took it off a session's agenda"),
    Act.EFFORT_ADDED: _("wrote down an effort"),
    Act.CIRCLE_ADDED: _("added somebody to the circle"),
    Act.CIRCLE_ENDED: _("ended somebody's place in the circle"),
    Act.MAP_DRAWN: _("drew on the map"),
    Act.MAP_EXPORTED: _("took the map along"),
    Act.MAP_IMPORTED: _("brought a file into the map"),
    Act.MAP_FROZEN: _("froze the map"),
    Act.MAP_LIFTED: _("let people draw again"),
    Act.MOMENT_BEGUN: _("began to draw together"),
    Act.MOMENT_ENDED: _("ended drawing together"),
    Act.MAP_REDACTED: _("emptied something that was drawn, for good"),
    Act.MAP_CONNECTED: _("sat down at the map"),
    Act.MEETING_PLANNED: _("planned a session"),
    Act.ATTENDANCE_NOTED: _("noted attendance"),
    Act.CYCLE_PLANNED: _("planned a learning cycle"),
    Act.CYCLE_CLOSED: _("closed a learning cycle"),
    Act.QUESTION_CAUGHT: _("caught a learning question"),
    Act.QUESTION_ORDERED: _("ordered a learning question"),
    Act.ORGANISATION_ADDED: _("added an organisation"),
    Act.PRODUCT_ADDED: _("added a product"),
    Act.CATEGORY_ADDED: _("added a category"),
    Act.TARIFF_SET: _("set a tariff"),
    Act.FIGURES_SEEN: _("looked at the figures"),
    Act.FIGURES_EXPORTED: _("exported the figures"),
    Act.ROWS_SEEN: _("opened the rows behind a number"),
    Act.AUDIT_READ: _("read the audit log"),
    Act.DEMONSTRATION_LOADED: _("loaded the demonstration"),
}

OBJECT_WORDS: dict[str, str | Promise] = {
    "account": _("an account"),
    "audit": _("the audit log"),
    "case": _("a family"),
    "category": _("a category"),
    "cycle": _("a learning cycle"),
    "district": _("a district"),
    "figures": _("the figures"),
    "installation": _("the installation"),
    "list": _("the list of families"),
    "meeting": _("a session"),
    "organisation": _("an organisation"),
    "product": _("a product"),
    "question": _("a learning question"),
    "team": _("a team"),
}
