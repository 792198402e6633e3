"""How long a message may be: the playbook's numbers for its channel, the template's own and the box's."""

from ..kinds import Channel
from ..playbook import Playbook
from ..settings import Settings
from .messages import Limits


def limits_for(
    channel: Channel, own: Limits, settings: Settings, playbook: Playbook, box: int | None
) -> Limits:
    """The limits for a body in characters and words and for a subject in characters (X4, X6, X7, X15, X17).

    Args:
        own: what the template asks for; it can only narrow the playbook's limits.
        box: the characters that the page's box takes, if it says so.
    """
    of_channel = _limits_of(channel, settings, playbook)
    characters = _narrowest(of_channel.characters, own.characters, box)
    return Limits(
        characters=characters,
        words=_narrowest(of_channel.words, own.words),
        subject=_narrowest(of_channel.subject, own.subject),
        firm=of_channel.firm or characters is not None,
    )


def _narrowest(*bounds: int | None) -> int | None:
    return min((bound for bound in bounds if bound), default=None)


def _limits_of(channel: Channel, settings: Settings, playbook: Playbook) -> Limits:
    note = playbook.linkedin_note_paid if settings.linkedin_paid else playbook.linkedin_note_free
    message_words = playbook.voicemail_max_seconds * playbook.words_per_minute // 60
    limits: dict[Channel, Limits] = {
        "email": Limits(words=playbook.email_words_max, subject=playbook.email_subject),
        "linkedin_note": Limits(characters=note),
        "linkedin_message": Limits(characters=playbook.linkedin_message_characters),
        "linkedin_inmail": Limits(characters=playbook.inmail_body, subject=playbook.inmail_subject),
        "handwritten": Limits(words=playbook.handwritten_words, firm=True),
        "voicemail": Limits(words=message_words, firm=True),
    }
    return limits.get(channel, Limits())
