"""A message tried on the samples before it is kept: it must render, keep its limits, leave no gap."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..domain.checking import CheckContext, check_post, check_text
from ..domain.composing import compose_draft
from ..domain.composing.fitting import box_length
from ..domain.composing.messages import MessageTemplate
from ..domain.composing.posting import Post, compose_post
from ..domain.composing.samples import PANEL, POST_SAMPLES, RICH, Sample, samples
from ..domain.drafts import Draft, Finding
from ..domain.kinds import Level
from ..domain.settings import Settings
from .library import Library
from .template_errors import TemplateOutputError

_NOTHING_LEFT = "Nothing is left of this message; give a part a wording that needs fewer facts."
_SHARED = "Each member of a panel would read this same sentence; give its part more wordings."
_TOO_LONG = frozenset(("X4", "X6", "X7", "X15", "X17"))


@dataclass(frozen=True, slots=True)
class SampleFinding:
    """What the checks say of the draft for one sample. ``refused``: no template may say this."""

    sample: str
    finding: Finding
    refused: bool = False


def rehearse(template: MessageTemplate, library: Library) -> tuple[SampleFinding, ...]:
    """What is wrong or could be better in the drafts for the samples; each remark once.

    Refused are an output that is none, one past its limit, and what stops an insertion (X20). In a panel
    even a shared sentence is only remarked: how different the drafts are is the writer's choice (X8).
    """
    found: dict[tuple[str, str, bool], SampleFinding] = {}
    sent: tuple[str, ...] = ()
    for sample in samples():
        try:
            draft = draft_for(template, library, sample)
        except TemplateOutputError as error:
            return (_refused(sample.name, error.message),)
        for remark in _remarks(draft, template, library, sample, sent):
            found.setdefault((remark.finding.rule, remark.finding.why, remark.refused), remark)
        if sample.name == PANEL:
            sent = (*sent, draft.body)
    return tuple(found.values())


def rehearse_post(library: Library) -> tuple[SampleFinding, ...]:
    """The same for the template of a post (W26)."""
    return tuple(remark for sample in POST_SAMPLES for remark in _remarks_on_post(library, sample))


def post_for(library: Library, sample: str, wording: int = 0) -> Post:
    """The post for a sample; for the samples that a post does not know, that with all facts.

    Raises:
        TemplateOutputError: it turned out something other than a post.
    """
    facts = POST_SAMPLES.get(sample, POST_SAMPLES[RICH])
    return compose_post(library.post, facts, playbook=library.playbook, wording=wording)


def post_findings_of(post: Post, library: Library) -> tuple[Finding, ...]:
    """What the checks say of a post."""
    lists, playbook = library.check_lists, library.playbook
    return check_post(post.body, lists=lists, playbook=playbook, settings=Settings())


def draft_for(template: MessageTemplate, library: Library, sample: Sample, wording: int = 0) -> Draft:
    """The draft of a template for a sample.

    Raises:
        TemplateOutputError: it turned out something other than a message.
    """
    return compose_draft(
        template,
        record=sample.record,
        round_=sample.round,
        interviewer=sample.interviewer,
        settings=sample.settings,
        playbook=library.playbook,
        timing=sample.timing,
        kind=template.kind,
        channel=template.channel,
        wording=wording,
        now=sample.now,
        elsewhere=sample.elsewhere,
    )


def findings_of(
    draft: Draft, library: Library, sample: Sample, sent: tuple[str, ...] = ()
) -> tuple[Finding, ...]:
    """What the checks say of the draft for a sample; ``sent``: what others of the panel were written."""
    return check_text(
        draft.body,
        subject=draft.subject,
        channel=draft.channel,
        lists=library.check_lists,
        playbook=library.playbook,
        context=CheckContext(
            record=sample.record,
            interviewer=sample.interviewer,
            settings=sample.settings,
            panel_texts=sent,
        ),
    )


def _remarks(
    draft: Draft, template: MessageTemplate, library: Library, sample: Sample, sent: tuple[str, ...]
) -> Iterator[SampleFinding]:
    if not draft.body.strip():
        yield _refused(sample.name, _NOTHING_LEFT)
        return
    if too_long := _past_own_limit(draft, template):
        yield _refused(sample.name, too_long, rule="X7", level="warning")
    for finding in findings_of(draft, library, sample, sent):
        if sent and finding.level == "stop":
            yield SampleFinding(sample.name, replace(finding, rule="X8", level="hint", why=_SHARED))
        else:
            refused = finding.level == "stop" or is_too_long(finding)
            yield SampleFinding(sample.name, finding, refused)


def _remarks_on_post(library: Library, sample: str) -> Iterator[SampleFinding]:
    try:
        post = post_for(library, sample)
    except TemplateOutputError as error:
        yield _refused(sample, error.message)
        return
    if not post.body:
        yield _refused(sample, _NOTHING_LEFT)
    for finding in post_findings_of(post, library):
        yield SampleFinding(sample, finding, finding.level == "stop")


def is_too_long(finding: Finding) -> bool:
    """Whether a remark says that a draft is past the limit of its channel."""
    return finding.rule in _TOO_LONG and finding.level == "warning"


def _past_own_limit(draft: Draft, template: MessageTemplate) -> str | None:
    """The sentence that says so where a draft has more than the template's own ``limits`` allow."""
    limits = template.limits
    sizes = (
        (len(draft.subject or ""), limits.subject, "characters in the subject"),
        (box_length(draft.body), limits.characters, "characters"),
        (draft.words, limits.words, "words"),
    )
    for size, limit, what in sizes:
        if limit is not None and size > limit:
            return f"The draft has {size} {what}, and “limits” allows {limit}."
    return None


def _refused(sample: str, why: str, rule: str = "X20", level: Level = "stop") -> SampleFinding:
    return SampleFinding(sample, Finding(rule, level, "", 0, 0, why), refused=True)
