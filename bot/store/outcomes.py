"""How attempts to deliver ended, kept where the claim still holds."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.model import Result, State
from bot.store.columns import Instant
from bot.store.tables import delivery


async def keep(connection: AsyncConnection, results: Sequence[Result], now: datetime) -> None:
    """Keep how attempts ended; those whose claim was overtaken by another are left out."""
    await _keep_arrivals(connection, results, now)
    if others := [one for one in results if one.state is not State.SENT]:
        await connection.execute(_RECORD, [_outcome(one, now) for one in others])


async def _keep_arrivals(
    connection: AsyncConnection, results: Sequence[Result], now: datetime
) -> None:
    """Those that arrived, which are most of them, in one statement."""
    sent = [one for one in results if one.state is State.SENT]
    if sent:
        told = [[one.delivery.id, one.delivery.fence, one.receipt] for one in sent]
        bound = {"told": json.dumps(told), "now": now}
        await connection.execute(_ARRIVED[connection.dialect.name], bound)


_TOLD = {
    "sqlite": """SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS fence,
        json_extract(value, '$[2]') AS receipt FROM json_each(:told)""",
    "postgresql": """SELECT CAST(one ->> 0 AS BIGINT) AS id, CAST(one ->> 1 AS INTEGER) AS fence,
        one ->> 2 AS receipt FROM jsonb_array_elements(CAST(:told AS JSONB)) AS one""",
}
_ARRIVED = {
    dialect: text(
        # Nothing of anybody's is in the statement: what was told is bound to it.
        f"""UPDATE delivery SET state = 'sent', next_at = :now, sent_at = :now, error = '',
        receipt = told.receipt FROM ({told}) AS told
        WHERE delivery.id = told.id AND delivery.fence = told.fence AND state = 'sending'"""  # noqa: S608 - see above
    ).bindparams(bindparam("now", type_=Instant))
    for dialect, told in _TOLD.items()
}
"""Each dialect takes JSON apart in its own words."""


_RECORD = (
    update(delivery)
    .where(
        delivery.c.id == bindparam("which"),
        delivery.c.fence == bindparam("claim"),
        delivery.c.state == State.SENDING,
    )
    .values(
        state=bindparam("outcome"),
        next_at=bindparam("again"),
        error=bindparam("why"),
    )
)


def _outcome(result: Result, now: datetime) -> dict[str, object]:
    return {
        "which": result.delivery.id,
        "claim": result.delivery.fence,
        "outcome": result.state,
        "again": result.again or now,
        "why": result.reason,
    }
