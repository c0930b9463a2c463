"""A phrase in both languages."""

from dataclasses import dataclass

from bot.reply import Language


@dataclass(frozen=True, slots=True)
class Phrase:
    """The same sentence in Danish and English, with ``{named}`` placeholders for values."""

    da: str
    en: str

    def say(self, language: Language, **values: str | int) -> str:
        """The phrase in a language, its placeholders filled. Values are not escaped here."""
        template = self.da if language is Language.DANISH else self.en
        return template.format(**values) if values else template
