"""The words that pages show for the closed lists of the domain."""

from flask_babel import LazyString, lazy_gettext

from ..browsing import Order, Selection
from ..domain.cadence.stage import Stage
from ..domain.kinds import (
    Channel,
    FollowUpState,
    HiringRole,
    Kind,
    OutcomeKind,
    ReplySays,
    RoundKind,
    RoundStatus,
    Verdict,
)
from ..storage.backups import BackupKind

KIND_WORDS: dict[Kind, LazyString] = {
    "thank_you": lazy_gettext("Thank-you"),
    "check_in": lazy_gettext("Check-in"),
    "second_follow_up": lazy_gettext("Second follow-up"),
    "rejection_reply": lazy_gettext("Reply to a rejection"),
    "offer_thanks": lazy_gettext("Thanks for the offer"),
    "offer_ask_details": lazy_gettext("Question about the offer"),
    "offer_more_time": lazy_gettext("Asking for more time"),
    "offer_accept": lazy_gettext("Accepting the offer"),
    "offer_decline": lazy_gettext("Declining the offer"),
    "other_offer": lazy_gettext("News of another offer"),
    "withdrawal": lazy_gettext("Withdrawal"),
    "missed_interview": lazy_gettext("Message about the missed interview"),
    "connect": lazy_gettext("Connection request"),
    "stay_in_touch": lazy_gettext("Staying in touch"),
}
CHANNEL_WORDS: dict[Channel, LazyString] = {
    "email": lazy_gettext("e-mail"),
    "linkedin_note": lazy_gettext("LinkedIn connection note"),
    "linkedin_message": lazy_gettext("LinkedIn message"),
    "linkedin_inmail": lazy_gettext("LinkedIn InMail"),
    "phone": lazy_gettext("phone call"),
    "voicemail": lazy_gettext("voicemail"),
    "handwritten": lazy_gettext("handwritten note"),
}
ROUND_KIND_WORDS: dict[RoundKind, LazyString] = {
    "video": lazy_gettext("Video call"),
    "phone": lazy_gettext("Phone call"),
    "on_site": lazy_gettext("On site"),
    "panel": lazy_gettext("Panel"),
    "take_home": lazy_gettext("Take-home task"),
    "other": lazy_gettext("Something else"),
}
HIRING_ROLE_WORDS: dict[HiringRole, LazyString] = {
    "hiring_manager": lazy_gettext("Hiring manager"),
    "recruiter": lazy_gettext("Recruiter"),
    "peer": lazy_gettext("Future colleague"),
    "coordinator": lazy_gettext("Coordinator"),
    "other": lazy_gettext("Somebody else, or not sure"),
}
STATE_WORDS: dict[FollowUpState, LazyString] = {
    "inserted": lazy_gettext("put into the compose box"),
    "sent": lazy_gettext("sent"),
    "dismissed": lazy_gettext("dismissed"),
}
STAGE_WORDS: dict[Stage, LazyString] = {
    "planned": lazy_gettext("Interview to come"),
    "interviewed": lazy_gettext("Interviewed, no follow-up yet"),
    "waiting": lazy_gettext("Waiting for an answer"),
    "next_round": lazy_gettext("Next round"),
    "offer": lazy_gettext("Offer"),
    "accepted": lazy_gettext("Accepted"),
    "declined": lazy_gettext("Declined"),
    "rejected": lazy_gettext("Rejected"),
    "withdrawn": lazy_gettext("Withdrawn"),
    "moved_on": lazy_gettext("Moved on"),
}
REPLY_WORDS: dict[ReplySays, LazyString] = {
    "still_deciding": lazy_gettext("Still deciding"),
    "next_round": lazy_gettext("Next round"),
    "rejection": lazy_gettext("A rejection"),
    "offer": lazy_gettext("An offer"),
    "other": lazy_gettext("Something else"),
}
VERDICT_WORDS: dict[Verdict, LazyString] = {
    "too_soon": lazy_gettext("Opens soon"),
    "open": lazy_gettext("Due now"),
    "late": lazy_gettext("Late"),
    "stop": lazy_gettext("Nothing to send"),
}
ROUND_STATUS_WORDS: dict[RoundStatus, LazyString] = {
    "held": lazy_gettext("Yes"),
    "planned": lazy_gettext("It is still to come"),
    "missed": lazy_gettext("No, they did not turn up"),
    "cancelled": lazy_gettext("No, it was called off"),
}
OUTCOME_WORDS: dict[OutcomeKind, LazyString] = {
    "waiting": lazy_gettext("No answer yet"),
    "next_round": lazy_gettext("Invited to the next round"),
    "offer": lazy_gettext("They made an offer"),
    "accepted": lazy_gettext("I accepted"),
    "declined": lazy_gettext("I declined the offer"),
    "rejected": lazy_gettext("They rejected me"),
    "withdrawn": lazy_gettext("I withdrew"),
    "moved_on": lazy_gettext("I moved on"),
}
BACKUP_WORDS: dict[BackupKind, LazyString] = {
    "daily": lazy_gettext("of the day"),
    "weekly": lazy_gettext("of the week"),
    "before-migration": lazy_gettext("before an update of Afterword"),
    "before-import": lazy_gettext("before an import"),
    "before-restore": lazy_gettext("before a restore"),
    "by-hand": lazy_gettext("made by you"),
}
SELECTION_WORDS: dict[Selection, LazyString] = {
    "all": lazy_gettext("All"),
    "due": lazy_gettext("Due"),
    "planned": lazy_gettext("To come"),
    "waiting": lazy_gettext("Waiting"),
    "next_round": lazy_gettext("Next round"),
    "offer": lazy_gettext("Offer"),
    "closed": lazy_gettext("Closed"),
}
ORDER_WORDS: dict[Order, LazyString] = {
    "changed": lazy_gettext("Last changed"),
    "company": lazy_gettext("Company"),
    "role": lazy_gettext("Role"),
    "interview": lazy_gettext("Interview"),
    "stage": lazy_gettext("Stage"),
}
