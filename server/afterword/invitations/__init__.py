"""Interview invitations as calendars and recruiters' tools send them, read into a round with its people."""

from .invitation import Invitation, Invited, NoInvitationError
from .reading import read_invitation

__all__ = ["Invitation", "Invited", "NoInvitationError", "read_invitation"]
