"""What reporting guidelines ask for, and what of it is the same: COREQ, SRQR and the short form of GRIPP2.

COREQ: 32 items for interviews and focus groups (Tong, Sainsbury & Craig 2007). SRQR: 21 items for qualitative research
(O'Brien et al. 2014). GRIPP2-SF: 5 items for involving patients and the public (Staniszewska et al. 2017). The words
here are ours and short; the guidelines themselves say more.

Several items ask for the same thing. Such a thing is a *topic*, it is answered once, and every item that asks for it
has the answer. What a careful reader would get wrong: some topics can only be answered while the study runs (who
declined, who else was in the room). `when` says until when.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Guideline = Literal["COREQ", "SRQR", "GRIPP2-SF"]
When = Literal["setting up", "meeting people", "analysing", "writing"]
WHEN: tuple[When, ...] = ("setting up", "meeting people", "analysing", "writing")


class Topic(NamedTuple):
    """Something that guidelines ask for.

    Attributes:
        key: by which answers are kept; never changed.
        asks: the question, in our words.
        when: the last time at which it can be answered well.
    """

    key: str
    title: str
    asks: str
    when: When


class Item(NamedTuple):
    """An item of a guideline and the topics that answer it."""

    guideline: Guideline
    number: int
    title: str
    topics: tuple[str, ...]


TOPICS: tuple[Topic, ...] = (
    Topic("interviewers", "Interviewers", "Who held the interviews?", "meeting people"),
    Topic("credentials", "Credentials", "Which degrees or qualifications do the researchers have?", "setting up"),
    Topic("occupation", "Occupation", "What were the researchers' positions during the study?", "setting up"),
    Topic("researcher gender", "Gender of the researchers", "Which genders do the researchers have?", "setting up"),
    Topic("training", "Experience and training", "What had the researchers learned or done before?", "setting up"),
    Topic("relationship", "Relationship before", "Did researchers and participants know each other?", "meeting people"),
    Topic("known of us", "What participants knew", "What did participants know of who asks?", "meeting people"),
    Topic("assumptions", "Assumptions and interests", "What do the researchers bring with them: reasons, interests, "
          "assumptions, own experience?", "setting up"),
    Topic("orientation", "Approach", "Which methodology carries the study, and why this one?", "setting up"),
    Topic("sampling", "Sampling", "How were cases and participants selected?", "setting up"),
    Topic("approach", "How people were approached", "By letter, by telephone, by a gatekeeper?", "meeting people"),
    Topic("size", "Sample size", "How many participants are there?", "meeting people"),
    Topic("declined", "Who did not take part", "How many declined or left, and why?", "meeting people"),
    Topic("setting", "Setting", "Where, or how, were the data collected?", "meeting people"),
    Topic("others", "Others present", "Was anybody else in the room?", "meeting people"),
    Topic("sample", "The sample", "What are the participants and cases like?", "meeting people"),
    Topic("guide", "Guide", "What was asked, and was it tried before?", "setting up"),
    Topic("repeats", "Repeated interviews", "Was anybody met more than once?", "meeting people"),
    Topic("recording", "Recording", "Was sound or picture recorded?", "meeting people"),
    Topic("field notes", "Field notes", "Were notes written during or after?", "meeting people"),
    Topic("duration", "Duration", "How long did the interviews take?", "meeting people"),
    Topic("saturation", "Saturation", "Was saturation discussed, and what came of it?", "analysing"),
    Topic("returned", "Transcripts given back", "Did participants get transcripts to comment on?", "analysing"),
    Topic("coders", "Coders", "How many people coded?", "analysing"),
    Topic("tree", "Codes", "What does the coding tree look like?", "analysing"),
    Topic("derivation", "Where themes come from", "Were themes given beforehand, or developed from the data?",
          "analysing"),
    Topic("software", "Software", "Which program managed the data?", "analysing"),
    Topic("checking", "Participants on the findings", "Did participants comment on the findings?", "analysing"),
    Topic("quotations", "Quotations", "Are findings shown by quotations, each with who speaks?", "writing"),
    Topic("consistent", "Data and findings", "Do the findings follow from the data?", "writing"),
    Topic("major", "Major themes", "Which are the major themes?", "writing"),
    Topic("minor", "Diverse cases and minor themes", "What of minor themes and of cases that differ?", "writing"),
    Topic("title", "Title", "Does the title name the topic and the approach?", "writing"),
    Topic("abstract", "Abstract", "Does the abstract have background, purpose, methods, results, conclusions?",
          "writing"),
    Topic("problem", "Problem", "What is the problem, and what is known of it?", "setting up"),
    Topic("purpose", "Purpose", "What are the aims and research questions?", "setting up"),
    Topic("context", "Context", "What about the sites matters for understanding the findings?", "setting up"),
    Topic("ethics", "Ethics", "Which board approved it, and how was consent given?", "setting up"),
    Topic("processing", "Processing", "How were data transcribed, checked, kept and made anonymous?", "analysing"),
    Topic("analysis", "Analysis", "How were findings developed, and by whom?", "analysing"),
    Topic("trustworthiness", "Trustworthiness", "What was done so that the findings can be trusted?", "analysing"),
    Topic("integration", "What follows", "How do the findings stand to what is known, and where do they carry over?",
          "writing"),
    Topic("limitations", "Limitations", "What limits the findings?", "writing"),
    Topic("interests", "Conflicts of interest", "Which interests could have influenced the study?", "writing"),
    Topic("funding", "Funding", "Who paid, and what part did they have?", "setting up"),
    Topic("involvement aim", "Aim of involvement", "Why were people with own experience involved?", "setting up"),
    Topic("involvement methods", "How people were involved", "Who was involved, when, and in what?", "meeting people"),
    Topic("involvement results", "What came of it", "What did involvement change, for good or ill?", "analysing"),
    Topic("involvement discussion", "How far it reached", "How did it influence the study as a whole?", "writing"),
    Topic("involvement reflection", "Looking back on it", "What went well, and what would be done otherwise?",
          "writing"),
)  # fmt: skip
"""Everything that is asked for, once."""

_COREQ = (
    ("Interviewer or facilitator", "interviewers"), ("Credentials", "credentials"), ("Occupation", "occupation"),
    ("Gender", "researcher gender"), ("Experience and training", "training"),
    ("Relationship established", "relationship"), ("Participants' knowledge of the interviewer", "known of us"),
    ("Characteristics of the interviewer", "assumptions"), ("Methodological orientation", "orientation"),
    ("Sampling", "sampling"), ("Method of approach", "approach"), ("Sample size", "size"),
    ("Non-participation", "declined"), ("Setting of data collection", "setting"),
    ("Presence of non-participants", "others"), ("Description of the sample", "sample"), ("Interview guide", "guide"),
    ("Repeat interviews", "repeats"), ("Recording", "recording"), ("Field notes", "field notes"),
    ("Duration", "duration"), ("Data saturation", "saturation"), ("Transcripts returned", "returned"),
    ("Number of coders", "coders"), ("Coding tree", "tree"), ("Derivation of themes", "derivation"),
    ("Software", "software"), ("Participant checking", "checking"), ("Quotations presented", "quotations"),
    ("Data and findings consistent", "consistent"), ("Clarity of major themes", "major"),
    ("Clarity of minor themes", "minor"),
)  # fmt: skip
_SRQR: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Title", ("title",)),
    ("Abstract", ("abstract",)),
    ("Problem formulation", ("problem",)),
    ("Purpose or research question", ("purpose",)),
    ("Approach and paradigm", ("orientation",)),
    ("Researchers and reflexivity", ("credentials", "occupation", "training", "relationship", "assumptions")),
    ("Context", ("context",)),
    ("Sampling strategy", ("sampling", "saturation")),
    ("Ethics", ("ethics",)),
    ("Data collection methods", ("interviewers", "setting", "duration", "repeats")),
    ("Instruments and technologies", ("guide", "recording", "field notes")),
    ("Units of study", ("size", "sample", "declined")),
    ("Data processing", ("processing",)),
    ("Data analysis", ("analysis", "coders", "derivation", "software")),
    ("Trustworthiness", ("trustworthiness", "returned", "checking")),
    ("Synthesis and interpretation", ("major", "minor")),
    ("Links to empirical data", ("quotations", "consistent")),
    ("Integration with prior work", ("integration",)),
    ("Limitations", ("limitations",)),
    ("Conflicts of interest", ("interests",)),
    ("Funding", ("funding",)),
)
_GRIPP2 = (
    ("Aim", "involvement aim"), ("Methods", "involvement methods"), ("Study results", "involvement results"),
    ("Discussion and conclusions", "involvement discussion"), ("Reflections", "involvement reflection"),
)  # fmt: skip

ITEMS: tuple[Item, ...] = (
    *(Item("COREQ", n, title, (topic,)) for n, (title, topic) in enumerate(_COREQ, 1)),
    *(Item("SRQR", n, title, topics) for n, (title, topics) in enumerate(_SRQR, 1)),
    *(Item("GRIPP2-SF", n, title, (topic,)) for n, (title, topic) in enumerate(_GRIPP2, 1)),
)
"""All items of all guidelines, in their order."""

BY_KEY = {topic.key: topic for topic in TOPICS}
