"""The closed lists of words that records, drafts and the log are made of (see the playbook)."""

from typing import Literal, get_args

Kind = Literal[
    "thank_you",
    "check_in",
    "second_follow_up",
    "rejection_reply",
    "offer_thanks",
    "offer_ask_details",
    "offer_more_time",
    "offer_accept",
    "offer_decline",
    "other_offer",
    "withdrawal",
    "missed_interview",
    "connect",
    "stay_in_touch",
]
Channel = Literal[
    "email", "linkedin_note", "linkedin_message", "linkedin_inmail", "phone", "voicemail", "handwritten"
]
Surface = Literal[
    "gmail",
    "outlook",
    "webmail",
    "linkedin_profile",
    "linkedin_note",
    "linkedin_message",
    "linkedin_inmail",
    "linkedin_post",
    "page",
]
OutcomeKind = Literal[
    "waiting", "next_round", "rejected", "offer", "accepted", "declined", "withdrawn", "moved_on"
]
RoundKind = Literal["phone", "video", "on_site", "panel", "take_home", "other"]
RoundStatus = Literal["planned", "held", "missed", "cancelled"]
HiringRole = Literal["hiring_manager", "recruiter", "peer", "coordinator", "other"]
FollowUpState = Literal["inserted", "sent", "dismissed"]
ReplySays = Literal["still_deciding", "next_round", "rejection", "offer", "other"]
Verdict = Literal["too_soon", "open", "late", "stop"]
Level = Literal["hint", "warning", "stop"]
SentenceSource = Literal["note", "profile", "template"]
Status = Literal["ready", "choose", "missing", "unknown", "ask_reply", "advice"]
TimingPreset = Literal["24-48h", "within-24h"]
GreetingStyle = Literal["full_name", "first_name"]
PresenceAction = Literal["share", "comment", "like"]

KINDS: tuple[Kind, ...] = get_args(Kind)
CHANNELS: tuple[Channel, ...] = get_args(Channel)
SURFACES: tuple[Surface, ...] = get_args(Surface)
OUTCOMES: tuple[OutcomeKind, ...] = get_args(OutcomeKind)
ROUND_KINDS: tuple[RoundKind, ...] = get_args(RoundKind)
ROUND_STATUSES: tuple[RoundStatus, ...] = get_args(RoundStatus)
HIRING_ROLES: tuple[HiringRole, ...] = get_args(HiringRole)
FOLLOW_UP_STATES: tuple[FollowUpState, ...] = get_args(FollowUpState)
REPLIES: tuple[ReplySays, ...] = get_args(ReplySays)
TIMING_PRESETS: tuple[TimingPreset, ...] = get_args(TimingPreset)
GREETING_STYLES: tuple[GreetingStyle, ...] = get_args(GreetingStyle)
PRESENCE_ACTIONS: tuple[PresenceAction, ...] = get_args(PresenceAction)
