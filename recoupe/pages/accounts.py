"""What one source says of a claim, wherever accounts stand side by side."""

from collections.abc import Collection, Iterable

from recoupe.anchoring.anchored import AnchoredAccount
from recoupe.comparing import ClaimFindings
from recoupe.model import Account, Claim, Stance
from recoupe.pages.editions import Edition
from recoupe.pages.moments import known_moment
from recoupe.pages.own_prose import known_html
from recoupe.pages.quotes import quote_view
from recoupe.pages.source_labels import label_link
from recoupe.pages.urls import account_anchor
from recoupe.pages.views.claims import AccountView, SilenceView
from recoupe.pages.views.frame import Link

_NOTE_HEADING = 4  # accounts have headings of level 3


def account_views(
    edition: Edition,
    claim: Claim,
    accounts: Iterable[AnchoredAccount],
    *,
    page_url: str,
    among: Collection[str] | None = None,
) -> tuple[AccountView, ...]:
    """Those of the `accounts` that speak, in their order, for the page at `page_url`.

    They tell their conflicts with the accounts named in `among`, or all where nothing is named.
    """
    return tuple(
        _account_view(edition, claim, one, page_url, among)
        for one in accounts
        if one.account.stance is not Stance.SILENT
    )


def silence_views(
    edition: Edition, claim: Claim, accounts: Iterable[AnchoredAccount], *, page_url: str
) -> tuple[SilenceView, ...]:
    """Those of the `accounts` that are silent, in their order, for the page at `page_url`."""
    return tuple(
        _silence_view(edition, claim, one.account, page_url)
        for one in accounts
        if one.account.stance is Stance.SILENT
    )


def value_text(edition: Edition, claim: Claim, account: Account) -> str | None:
    """An account's value with its unit; None where it has none."""
    if account.value is None or claim.compare is None:
        return None
    return edition.interface.value(account.value, claim.unit_of(account), claim.compare.among)


def account_link(edition: Edition, claim: Claim, name: str) -> Link:
    """The link to an account, by its source's label, and by what it says where that has several."""
    account = next(one for one in claim.accounts if one.name == name)
    url, label = edition.addresses.account(claim.id, name), edition.labels[account.source.id]
    if account.id is None:
        return label_link(label, url)
    own = edition.interface.isolated(label.label)
    return Link(f"{own} ({_distinction(edition, claim, account)})", url)


def source_account_link(edition: Edition, claim: Claim, account: Account) -> Link:
    """The link to an account by its source alone, for where what it says stands beside it."""
    url = edition.addresses.account(claim.id, account.name)
    return label_link(edition.labels[account.source.id], url)


def opponents(account: Account, found: ClaimFindings) -> list[str]:
    """The names of the accounts whose values conflict with that of `account`."""
    if not found.conflicts:
        return []
    pairs = [(one.first, one.second) for one in found.conflicts]
    return [
        second if first == account.name else first
        for first, second in pairs
        if account.name in (first, second)
    ]


def _distinction(edition: Edition, claim: Claim, account: Account) -> str:
    """What tells an account from the others of its source: its words, its value, or only its id."""
    siblings = [one for one in claim.accounts if one.source.id == account.source.id]
    says = [one.says for one in siblings]
    values = [value_text(edition, claim, one) for one in siblings]
    for mine, all_of_them in ((account.says, says), (value_text(edition, claim, account), values)):
        if mine is not None and all_of_them.count(mine) == 1:
            return mine
    return account.id or account.name


def _confirms(account: Account, found: ClaimFindings) -> str | None:
    for one in found.confirmations:
        if account.name in one.accounts:
            return "together" if len(one.accounts) > 1 else "alone"
    return None


def _account_view(
    edition: Edition,
    claim: Claim,
    anchored: AnchoredAccount,
    page_url: str,
    among: Collection[str] | None,
) -> AccountView:
    account, source_id = anchored.account, anchored.account.source.id
    found = edition.findings.claims[claim.id]
    against = [one for one in opponents(account, found) if among is None or one in among]
    return AccountView(
        name=account.name,
        anchor=account_anchor(account.name),
        source=edition.labels[source_id],
        stance=account.stance.value,
        certainty=account.certainty.value,
        attributed_to=account.attributed_to,
        origin=_origin(edition, account),
        confirms=_confirms(account, found),
        value=value_text(edition, claim, account),
        as_of=known_moment(account.as_of, edition.interface),
        derived=account.derived,
        says=account.says,
        note=known_html(
            edition,
            account.note,
            page_url=page_url,
            prefix=_note_prefix(claim, account),
            heading=_NOTE_HEADING,
        ),
        quotes=tuple(quote_view(edition, one, account) for one in anchored.quotes),
        conflicts_with=tuple(account_link(edition, claim, name) for name in against),
    )


def _silence_view(edition: Edition, claim: Claim, account: Account, page_url: str) -> SilenceView:
    language = edition.project.sources[account.source.id].language
    return SilenceView(
        anchor=account_anchor(account.name),
        source=edition.labels[account.source.id],
        searched=tuple(words.text for words in account.searched),
        language=language,
        direction=edition.interface.text_direction(language),
        earlier=account.name in edition.findings.claims[claim.id].earlier,
        note=known_html(
            edition,
            account.note,
            page_url=page_url,
            prefix=_note_prefix(claim, account),
            heading=_NOTE_HEADING,
        ),
    )


def _origin(edition: Edition, account: Account) -> str | None:
    """Where an account comes from, where that says more than its source and its speakers do."""
    origin = account.origin
    if not origin and not account.attributed_to:
        origin = edition.project.sources[account.source.id].origin
    own = edition.labels.get(origin or "")
    return own.label if own else origin


def _note_prefix(claim: Claim, account: Account) -> str:
    """A page may show accounts of several claims, each with footnotes of its own."""
    return f"{claim.id}-{account_anchor(account.name)}"
