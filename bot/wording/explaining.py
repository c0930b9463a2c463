"""What an explanation of an answer says, on the command line, which speaks English.

Its reader tends the knowledge base and need not know how matching works.
"""

from bot.reply import Audience, Outcome

# --- how it ended

ENDED = {
    Outcome.ANSWER: "Answered with {entries}.",
    Outcome.CHOOSE: "Offered a choice of {entries}.",
    Outcome.UNKNOWN: "Not answered: the bot said that it does not know.",
    Outcome.REFUSED: "Refused.",
    Outcome.HELP: "Answered with what the bot itself has to say.",
}
NO_EVENTS_LISTED = "Not answered: no event fits."
NO_WORDS = "There is no word in it."
FORGET = "It is the wish to be forgotten, and nothing else."
ENTRY = "“{title}” ({id})"
SURE = "{entry}, {sure} sure"
LED_TO_ENTRANCE = "Led to where {who} is to begin; by its words alone it was {entries}."
GONE_ON = "Taken as going on from the reply before; by its words alone it was {entries}."
NOTHING = "nothing"

# --- the question

QUESTION = "The question"
SEVERAL = "asks for several things, each understood by itself:"
NOT_SEVERAL = "may ask for several things, but is one: its parts do not lead to several entries:"
BELONG_TOGETHER = "asks for several things that belong together, and was taken as one:"
PART = "“{part}”: {entry}"
UNSURE = "nothing sure"
NAMES = "names {people}"
ONLY_A_FIRST_NAME = "names {people}, but by a first name that many have"
STRANGER = "names somebody who is nobody here"
CALLED = "calls by name {entries}"
ASKED_BY = "asked by {who} (says so)"
KNOWN_BY = "asked by {who} (said so before)"
WHO = {
    Audience.EMPLOYEE: "somebody employed by the region",
    Audience.RESEARCHER: "a researcher at SDU or OUH",
    Audience.COMPANY: "a company",
    Audience.ANYONE: "anyone",
}
GOES_ON = "reads as going on from a reply before it: asks {what}"
WHO_ELSE = "who else there is"
THE_SAME_OF = "the same of “{rest}”"
OF_IT = "about the same thing ({wanted})"
NO_REPLY_BEFORE = ", but there is none"

# --- what it asks of the events

EVENTS_ANSWERED = "looked up in the calendar: {wish}"
EVENTS_READ = "could be about events, but was matched by its words: {wish}"
ON = "on {first}"
BETWEEN = "from {first} to {last}"
FROM = "from {first} on"
UNTIL = "until {last}"
IN = "in {places}"
OUTSIDE = "not in {places}"
BY = "arranged by {organisers}"
OF_DAYS = "of {fewest} to {most} days"
ONE_DAY = "of one day"
ONLINE = "online"
ON_SITE = "to be gone to"
NEXT_ONE = "the next one"
FINAL_ONE = "the last one that is coming"
LATEST_ONE = "the latest one"
PAST = "what is over"
SIGNING_UP = "how to sign up"
WHEN = "when it is"
WHERE = "where it is"
A_LIST = "a list"
EVENTS = "events"
BESIDE = "beside that: {words}"

# --- the words

WORDS = "The words: how much each tells, from 0 to 1, and what it was taken for"
MORE_WORDS = "… and {count} more"
EVERYDAY_WORD = "an everyday word that the knowledge base does not use"
WRAPPING_WORD = "belongs to how the question is put, not to what it is about"
UNKNOWN_WORD = "unknown: nothing in the knowledge base is like it"
TAKEN = {
    "exact": "stands so in the knowledge base",
    "form": "another form of {meant}",
    "typo of": "misspelt {meant}",
    "part of": "a compound with {meant}",
    "short for": "short for {meant}",
}
"""By how a meaning was found (`bot.matching.vocabulary.Sense.how`)."""
MEANT = "“{meaning}”"
MEANT_LIKELY = "“{meaning}” ({sure})"
OR = " or "
AND = " and "

# --- the first, and why

FIRST = "First by the words: {entry}"
CARRIED = "carried by its phrase “{phrase}”"
NO_PHRASE = "none of its phrases shares a word with the question"
CONFIDENCE = "{sure} sure to be meant, {among} that it is among the first three"
FOR = "what spoke most for it:"
AGAINST = "what spoke most against it:"
USUALLY = "{said} (usually {usual})"
COSTS = "expected cost: {costs}; the least by the words alone: {doing}"
DOING = {"answer": "answer", "choose": "offer a choice", "unknown": "say “I don't know”"}
"""By `bot.matching.decision.Verdict`."""
COST = "{doing} {cost}"

# --- the runner-up

RUNNER_UP = "Runner-up: {entry}"
OFFERED_TOO = "it is offered beside the first"
ANSWERED_TOO = "it is answered with beside the first"
LOWER = "score {own}, the first has {first}"
HIGHER = "score {own}, more than the first's {first}, which its sense or its name put ahead"
LACKS = "says nothing of {words}"
HAS = "speaks of {words}, as the first does not"
OTHER_HOUSE = "{house} was named, and it belongs elsewhere"
NOT_CALLED = "the first is called by its name"
LESS_MEANT = "by its sense {own} likely, the first {first}"
SAME_FAMILY = "it belongs together with the first: a near miss"

# --- what kept it from being answered, or answered it at once

WHY = "Why it ended so"
SMALL_TALK = "it is small talk ({kind})"
OFFICE = "it asks who holds an office ({words}) of which the first entry does not speak"
PARTICULAR = "it asks for a particular ({words}) of which the first entry does not speak"
ELSEWHERE = "it asks for another place's ({places}), of which the first entry does not speak"
BABBLE = "it says nothing: lone letters, or the same few words again and again"
STRANGE_BESIDE_NAME = "beside a first name that many have stands what nobody here is about: {words}"
BY_NAME = "whoever is named is what it is about, whatever else the words fit"
BESIDE_THE_NAMED = "it asks for those beside whom it names, so for what that person takes care of"
UNTOLD = "it asks for a thing of whom it names that no entry tells: a superior, an age, a salary"
NEEDS_SUBJECT = "it goes on from something, and nothing was said before it"
NOTHING_BUT_THE_NAME = "it asks for {entry} by its name, and for nothing beside"
NEAREST_NOTHING = "more like “{phrase}” ({likeness}), which is about nothing here"

# --- the numbers of the evidence

NUMBERS = {
    "score": "fits its phrases to {value}",
    "lead": "fits {value} as well as the best entry of another family",
    "ahead": "fits {value} as well as the next entry",
    "elsewhere": "the question fits what is about nothing here to {value}",
    "talk": "the question fits small talk to {value}",
    "coverage": "speaks of {value} of the question",
    "known": "{value} of the question is in words used here",
    "family": "it and what belongs with it fit to {value}",
    "unknown": "of the words that are nobody's here, {word} tells most: {value}",
    "uncovered": "of the words it says nothing of, {word} tells most: {value}",
    "abroad": "{word} is named, of which it does not speak",
    "key": "of the words it uses, {word} tells most: {value}",
    "mass": "the words it uses tell {value} in all",
    "rest": "the words it does not use tell {value} in all",
    "called": "is called by its name",
    "body": "is an organisation called by its name",
    "other": "others are called by their names, and it is not",
    "strange": "somebody is named who is nobody here",
    "near": "its nearest phrases are {value} like the question",
    "nothing": "the nearest sentence about nothing here is {value} like the question",
    "clearer": "speaks of {value} of the question than its rival",
    "theme": "the question names what all here is about, such as AI, to {value}",
    "contact": "tells whom to turn to",
    "happening": "is an event",
    "apart": "all weighed, it is {value} as likely as the next that names other people",
    "contact_near": "tells whom to turn to, and its phrases are {value} like the question",
    "contact_coverage": "tells whom to turn to, and speaks of {value} of the question",
    "outdone": "what is about nothing here comes {value} nearer to the question than its phrases",
    "close": "its lead over the next that names other people, told up to 20 times, is {value}",
    "opinion": "by the sense of the question it is meant to {value}",
    "opinion_lead": "by the sense of the question it is {value} as likely as the next",
    "opinion_elsewhere": "by its sense the question is about nothing here to {value}",
    "agrees": "the sense of the question puts it first, too",
}
"""By the names of `bot.matching.evidence.Evidence`."""
ABSENT = {
    "unknown": "every word of the question is known here",
    "uncovered": "speaks of every word of the question",
    "abroad": "no part of the country is named that it does not speak of",
    "called": "is not called by its name",
    "body": "is no organisation called by its name",
    "other": "nothing else is called by its name",
    "strange": "no stranger is named",
    "theme": "the question does not name what all here is about, such as AI",
    "contact": "tells nobody to turn to",
    "happening": "is no event",
    "contact_near": "tells nobody to turn to",
    "contact_coverage": "tells nobody to turn to",
    "outdone": "nothing that is about nothing here comes nearer to the question than its phrases",
    "agrees": "the sense of the question puts another one first",
}
"""The same where the number is zero."""
TIMES = "{times} times"
MORE, LESS = "{share} more", "{share} less"
MANY_TIMES = "more than {times} times"
