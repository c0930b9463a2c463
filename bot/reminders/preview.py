"""What would be posted where, and when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.delivery.model import Kind
from bot.reminders.model import EventPlan, Occurrence, Subscription
from bot.reminders.plan import to_come, wants


@dataclass(frozen=True, slots=True)
class Posting:
    """One message to one address: the occurrence ``name`` of an event.

    ``subscription`` is the first of the address's that asks for it. Moments are in UTC.
    """

    due: datetime
    useless: datetime
    kind: Kind
    name: str
    event: str
    subscription: Subscription


def preview(
    plans: Iterable[EventPlan],
    subscriptions: Iterable[Subscription],
    since: datetime,
    until: datetime,
) -> tuple[Posting, ...]:
    """What would be posted after ``since`` and not after ``until`` (aware).

    By due time, event and address. Each address is written to once, however many of its
    subscriptions ask for that, and whenever they were made.
    """
    everyone = tuple(subscriptions)
    postings = (
        _posting(plan, occurrence, subscription)
        for plan in plans
        for occurrence in to_come(plan, since)
        if occurrence.due <= until
        for subscription in _asking(plan, everyone)
    )
    return tuple(sorted(postings, key=_order))


def _asking(plan: EventPlan, everyone: Sequence[Subscription]) -> Iterator[Subscription]:
    written_to: set[str] = set()
    for subscription in everyone:
        key = subscription.address.key
        if key not in written_to and wants(subscription.scope, plan):
            written_to.add(key)
            yield subscription


def _posting(plan: EventPlan, occurrence: Occurrence, subscription: Subscription) -> Posting:
    return Posting(
        due=occurrence.due,
        useless=occurrence.useless,
        kind=occurrence.kind,
        name=occurrence.name,
        event=plan.event,
        subscription=subscription,
    )


def _order(posting: Posting) -> tuple[datetime, str, str, str]:
    return posting.due, posting.event, posting.subscription.address.key, posting.name
