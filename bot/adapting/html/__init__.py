"""Replies as HTML, with the style that belongs to it: what pages of several platforms share."""
