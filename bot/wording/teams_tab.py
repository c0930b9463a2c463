"""What the tab in Teams says itself; the page in it comes worded."""

from bot.wording.phrase import Phrase

TITLE = Phrase(da="RAIN", en="RAIN")
TAGLINE = Phrase(
    da="Hvem du skal tale med om klinisk AI, hvilken hjælp der findes, og hvad der sker.",
    en="Who to talk to about clinical AI, what help there is, and what is coming up.",
)
CHAT = Phrase(da="Spørg i chatten", en="Ask in the chat")
REPLY = Phrase(da="Svar", en="Reply")
STRANGER = Phrase(
    da="Jeg kunne ikke se, hvem du er. Derfor står her kun det, som alle kan se. Dine påmindelser "
    "og indstillinger kan du spørge mig om i chatten.",
    en="I could not see who you are, so only what everybody can see stands here. Ask me about your "
    "reminders and settings in the chat.",
)
NOT_DONE = Phrase(
    da="Det gik ikke. Prøv igen om lidt.", en="That did not work. Try again in a little while."
)
NOT_HERE = Phrase(
    da="Det kan ikke gøres her på siden. Spørg mig i chatten i stedet.",
    en="That cannot be done on this page. Ask me in the chat instead.",
)
