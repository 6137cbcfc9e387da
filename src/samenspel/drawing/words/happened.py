"""Events and help as sentences."""

from samenspel.drawing.words import lists
from samenspel.drawing.words.voice import Voice, capital, full_stop
from samenspel.family.facts import EventFact, TrajectoryFact
from samenspel.family.words import Certainty, EventKind


def event(fact: EventFact, voice: Voice) -> str:
    """'In 2014: oma died (Yara and Sanne). Loss, was heavy, this is likely'.

    Without words its kind stands in their place.
    """
    when = capital(voice.period(fact.period)) or voice._("Day not known")
    kind, words = voice._(lists.EVENT[fact.event]), voice.free(fact.words)
    said = f"{when}: {words or kind} ({voice.all(fact.who)})"
    more = voice.joined(
        kind if words and fact.event is not EventKind.OTHER else "",
        voice._(lists.IMPACT[fact.impact]) if fact.impact else "",
        voice._(lists.CERTAINTY[fact.certainty]) if fact.certainty is not Certainty.CERTAIN else "",
    )
    return f"{said}. {capital(more)}" if more else said


def trajectory(fact: TrajectoryFact, voice: Voice) -> str:
    by = voice.joined(voice.of(fact.provider) if fact.provider else "", voice.free(fact.by))
    given = voice.joined(
        voice._(
            "{help} for {who}",
            help=voice.free(fact.help) or voice._("help"),
            who=voice.all(fact.who),
        ),
        voice._("by {provider}", provider=by) if by else "",
        voice.period(fact.period),
    )
    sentences = [given]
    if worked := voice.free(fact.worked):
        sentences.append(voice._("What worked: {words}", words=worked))
    if did_not := voice.free(fact.did_not_work):
        sentences.append(voice._("What did not work: {words}", words=did_not))
    return " ".join([*(full_stop(one) for one in sentences[:-1]), sentences[-1]])
