"""The words users read, in Danish and English.

Each module holds the phrases of one part of the bot as `Phrase` constants; both languages are
required by the type, and a test compares their placeholders.
"""
