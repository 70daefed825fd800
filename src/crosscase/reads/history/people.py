"""What was done to the study itself, its people, cases, sample and fieldwork, in words. See `telling`."""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.reads.history.deed import Deed, counted, together
from crosscase.reads.history.phrases import Phrase, added, before_after, changed, first, ordered, removed, signpost

_ABOUT = {
    "title": "title", "aims": "aims", "questions": "research questions", "ethics": "ethics reference",
    "grammar": "how identifiers are made", "primary": "leading grouping", "invented": "whether it is invented",
}  # fmt: skip


def _study_changed(deed: Deed) -> str:
    said = [_ABOUT.get(field, field) for field in deed.fields("study")]
    return f"changed what the study is about ({', '.join(said)})" if said else "changed what the study is about"


def _began(deed: Deed) -> str:
    made = deed.added("study")
    return f"began the study ‘{made[0]['title']}’" if made else "began the study"


def _member_added(deed: Deed) -> str:
    made = deed.added("member")
    if not made:
        return "added a member"
    machine = ", a machine," if made[0]["nature"] == "machine" else ""
    return f"added {deed.name('member', made[0].id)}{machine} as {_a(made[0]['permission'] or 'editor')}"


def _permitted(deed: Deed) -> str:
    one = first(deed.wrote("member", "permission"))
    return (
        f"made {deed.name('member', one.id)} {_a(one.after)} (before: {one.before})" if one else "changed who may what"
    )


def _a(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _sharing(deed: Deed) -> str:
    one = first(deed.wrote("member", "perspectives_shared"))
    if one is not None and not one.after:
        return "took back the consent that their perspectives may leave the study"
    return "agreed that their perspectives may leave the study"


def _values(deed: Deed) -> str:
    put, gone = deed.put("attribute_value"), deed.gone("attribute_value")
    of = deed.all_held("attribute_value", [*put, *gone], "attribute")
    parts = [f"set {counted(len(put), 'value')}"] if put else []
    parts += [f"took away {counted(len(gone), 'value')}"] if gone else []
    return f"{together(parts) or 'set values'} of {deed.those('attribute', of)}"


def _option(deed: Deed) -> str:
    one = first(deed.wrote("attribute", "options"))
    if one is None:
        return "renamed an option of an attribute"
    old = [each for each in one.before if each not in one.after]
    new = [each for each in one.after if each not in one.before]
    was, now = (", ".join(f"‘{each}’" for each in given) for given in (old, new))
    return f"renamed {was} to {now} in {deed.the('attribute', one.id)}"


def _targets(deed: Deed) -> str:
    put, gone = deed.put("target"), deed.gone("target")
    things = [*put, *gone]
    cases, roles = deed.all_held("target", things, "case"), deed.all_held("target", things, "role")
    return f"planned {counted(len(things), 'target')} ({deed.those('case', cases)}, {deed.those('role', roles)})"


def _logged(deed: Deed) -> str:
    made = deed.added("recruitment")
    if not made:
        return "wrote in the recruitment log"
    one = made[0]
    role = deed.name("role", one["role"]).strip("‘’")
    return f"logged {one['count']} {one['step']} in {deed.name('case', one['case'])} ({role})"


def _interviews(deed: Deed) -> str:
    made = deed.added("interview")
    people = [each["participant"] for each in deed.added("attendance")]
    return added("interview")(deed) + (
        f" with {deed.these('participant', people)}" if people and len(made) == 1 else ""
    )


def _consent(deed: Deed) -> str:
    people = deed.all_held("consent", [*deed.put("consent"), *deed.gone("consent")], "participant")
    return f"recorded what {deed.these('participant', people)} agreed to"


def _no_consent(deed: Deed) -> str:
    people = deed.all_held("consent", deed.gone("consent"), "participant")
    return f"took the consent of {deed.these('participant', people)} off the record"


def _answers(deed: Deed) -> str:
    put, gone = deed.put("answer"), deed.gone("answer")
    people = deed.all_held("answer", [*put, *gone], "participant")
    items = deed.all_held("answer", [*put, *gone], "question")
    said = f"of {deed.these('participant', people)} to {counted(len(set(items)), 'item')}"
    if gone and not put:
        return f"took back {counted(len(gone), 'answer')} {said}"
    return f"wrote down {counted(len(put), 'answer')} {said}"


def _product(deed: Deed) -> str:
    made = deed.added("product")
    return (
        f"put {_a(made[0]['nature'] or 'export')} on record: {deed.name('product', made[0].id)}"
        if made
        else ("put a product on record")
    )


def _task_done(deed: Deed) -> str:
    wrote = deed.wrote("task", "done")
    what = counted(len(wrote), "task")
    return f"said that {what} is due again" if wrote and not wrote[0].after else f"finished {what}"


def _erased(deed: Deed) -> str:
    gone = deed.gone("participant")
    return f"erased the words of {deed.these('participant', gone)}" if gone else "erased the words of a participant"


def _filled_in(deed: Deed) -> str:
    """`filled in a table: 2 participants, 12 values of attributes`."""
    touched = [(kind, {*deed.put(kind), *deed.gone(kind)}) for kind in deed.kinds()]
    return f"filled in a table: {together([counted(len(ids), kind) for kind, ids in touched if ids])}"


PHRASES: Mapping[str, Phrase] = {
    "study.new": _began,
    "study.change": _study_changed,
    "member.add": _member_added,
    "member.rename": before_after("renamed", "member", "name"),
    "member.permit": _permitted,
    "member.perspectives": lambda _: "described their perspectives",
    "member.share_perspectives": _sharing,
    "member.merge": signpost("said that {} is the same person as {}", "member"),
    "member.part": signpost("said that {} is a person of their own", "member"),
    "member.remove": removed("member"),
    "signing_key.declare": lambda _: "declared a key to sign entries with",
    "signing_key.revoke": lambda _: "revoked a key for signing entries",
    "attribute.add": added("attribute"),
    "attribute.change": changed("attribute"),
    "attribute.rename_option": _option,
    "attribute.remove": removed("attribute"),
    "attribute.set_values": _values,
    "case.add": added("case"),
    "case.change": changed("case"),
    "case.order": ordered("case"),
    "case.merge": signpost("merged the case {} into {}", "case"),
    "case.part": signpost("took the merging of the case {} back", "case"),
    "case.remove": removed("case"),
    "role.add": added("role"),
    "role.change": changed("role"),
    "role.order": ordered("role"),
    "role.remove": removed("role"),
    "target.set": _targets,
    "recruitment.log": _logged,
    "recruitment.change": lambda _: "changed a line of the recruitment log",
    "recruitment.remove": lambda _: "removed a line of the recruitment log",
    "participant.add": added("participant"),
    "participant.add_many": added("participant"),
    "participant.change": changed("participant"),
    "participant.merge": signpost("said that the participant {} is {}", "participant"),
    "participant.part": signpost("said that the participant {} is a person of their own", "participant"),
    "participant.remove": removed("participant"),
    "participant.erase": _erased,
    "instrument.add": added("instrument"),
    "instrument.add_version": lambda deed: f"began a new version of {deed.those('instrument', deed.put('instrument'))}",
    "instrument.change": changed("instrument"),
    "instrument.remove": removed("instrument"),
    "topic.add": added("topic"),
    "topic.change": changed("topic"),
    "topic.order": ordered("topic"),
    "topic.remove": removed("topic"),
    "question.add": added("question"),
    "question.change": changed("question"),
    "question.order": ordered("question"),
    "question.remove": removed("question"),
    "answer.give": _answers,
    "answer.give_many": _answers,
    "answer.take_back": _answers,
    "interview.add": _interviews,
    "interview.add_many": _interviews,
    "interview.change": changed("interview"),
    "interview.use_guides": changed("interview"),
    "interview.remove": removed("interview"),
    "consent.set": _consent,
    "consent.set_many": _consent,
    "consent.forget": _no_consent,
    "sheet.fill": _filled_in,
    "task.add": lambda deed: f"wrote down {counted(len(deed.put('task')), 'task')} that is due",
    "task.finish": _task_done,
    "product.record": _product,
    "product.note": lambda deed: f"noted where {deed.those('product', deed.put('product'))} went",
    "product.forget": lambda deed: f"took {deed.those('product', deed.gone('product'))} off the record",
}
