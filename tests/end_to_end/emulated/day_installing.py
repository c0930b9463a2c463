"""The bot's own way into a workspace: its page, Slack's, and back."""

from urllib.parse import parse_qsl, urlsplit

from tests.end_to_end.emulated.emulator import REDIRECT, TEAM
from tests.end_to_end.emulated.installing import allowed
from tests.end_to_end.emulated.scene import SCOPES, Scene
from tests.end_to_end.emulated.story import Story
from tests.end_to_end.slack.installing import begin, come_back


async def installed(slack: Scene, story: Story) -> None:
    """The administrator installs the bot, and only with the state that began it."""
    begun = await begin(slack.workspace)
    led_to = await allowed(begun.address, "admin")
    assert led_to.startswith(f"{REDIRECT}?")
    back = dict(parse_qsl(urlsplit(led_to).query))
    assert back["state"] == begun.state
    for cookie, changed in (("", {}), (begun.cookie, {"state": "another"})):
        refused = await come_back(slack.workspace, cookie, **(back | changed))
        assert refused.status == 400
    assert slack.front.granted == {}
    page = await come_back(slack.workspace, begun.cookie, **back)
    assert page.status == 200
    assert "Region Test" in page.text
    assert slack.front.granted[slack.front.bot_token] == ",".join(sorted(SCOPES))
    assert (await slack.serving.belongings())["slack_bot"] == 1
    again = await come_back(slack.workspace, begun.cookie, **back)
    assert again.status == 401, "a state is good once"
    story.tell(
        f"The administrator goes to /slack/install, and allows the bot into workspace {TEAM}",
        f"granted: {slack.front.granted[slack.front.bot_token]}",
    )
