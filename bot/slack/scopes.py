"""What the bot asks to be allowed to do in Slack."""

PURPOSES = {
    "app_mentions:read": "to be asked in channels",
    "assistant:write": "the agent view: prompts to begin with, and what the bot is busy with",
    "channels:history": "to see whether a reminder arrived before posting it again",
    "channels:read": "whether somebody is in the owners' channel",
    "chat:write": "to answer, and to remind",
    "commands": "the slash commands, and the entry in a message's menu",
    "files:write": "calendar files of events",
    "groups:history": "as channels:history, in private channels",
    "groups:read": "as channels:read, in private channels",
    "im:history": "to be asked in direct messages, and as channels:history",
    "im:write": "to find the conversation with a person",
    "mpim:history": "as channels:history, in group messages",
    "users:read": "the language people have set",
    "users:read.email": "to mention contacts who are members of the workspace",
}
"""Why each scope is asked for, as the manifest tells whoever has to approve it."""

SCOPES = frozenset(PURPOSES)
"""What the bot may do, as the manifest asks for it."""
