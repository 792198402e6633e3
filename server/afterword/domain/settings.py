"""The user's own details and choices."""

from dataclasses import dataclass

from .kinds import GreetingStyle, TimingPreset


@dataclass(frozen=True, slots=True)
class Settings:
    """The profile and the settings that the playbook's rules name (X1, X2, X9, X15, X16, X22)."""

    name: str = ""
    email: str = ""
    phone: str = ""
    linkedin_url: str = ""
    timezone: str = "UTC"
    country: str = "US"
    sign_off: str = "Best regards"
    skills: tuple[str, ...] = ()
    current_employer_domain: str = ""
    linkedin_paid: bool = False
    linkedin_notes_per_month: int = 5
    timing_preset: TimingPreset = "24-48h"
    business_days: bool = False
    check_before_sending: bool = False
    greeting_style: GreetingStyle = "full_name"
