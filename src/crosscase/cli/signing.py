"""Signing what one did: the `sign` commands. Keys are the member's own and never leave this machine."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING

import click

from crosscase.cli.output import Out, counted, say, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member

if TYPE_CHECKING:
    from crosscase.model import SigningKey
    from crosscase.store.signatures import Kept
    from crosscase.study import Study

VARIABLE = "CROSSCASE_SIGNING_PASSPHRASE"

sign = group(
    "sign",
    default="entries",
    about=(
        "Sign what you did, so that others can check that it was you.\n\nA signature is made with a key that only you "
        "have; the study says whose key it is, and 'verify' says which entries are signed by whom. Keys stay on this "
        "machine."
    ),
    examples=[
        "crosscase sign peers.crosscase key --automatic --as Ines",
        "crosscase sign peers.crosscase --as Ines",
        "crosscase sign peers.crosscase keys",
    ],
)


@member(
    sign,
    "entries",
    examples=["crosscase sign peers.crosscase --as Ines", "crosscase sign peers.crosscase entries --as Ines"],
)
@target
@acting_options
def entries(target: Target, who: Who) -> None:
    """Sign all that you did so far and have not signed yet."""
    from crosscase.cli.output import print_json
    from crosscase.store.signatures import not_signed
    from crosscase.store.signatures import sign as lay

    with acting(target, who) as study:
        me = study.member()
        kept = _usable(study, me.id)
        key = _opened(kept)
        with study.store.writing() as connection:
            wanted = not_signed(connection, [me.id, *_merged_into(study, me.id)], kept.public)
            count = lay(connection, kept, key, wanted)
    if who.as_json:
        print_json({"signed": count, "member": me.name, "key": kept.public})
    elif count:
        say(f"Signed: {counted(count, 'entry', 'entries')} by {me.name}, with the key {kept.public[:12]}.")
    else:
        say(f"All that {me.name} did is signed already.")


@member(
    sign,
    "key",
    examples=[
        "crosscase sign peers.crosscase key --as Ines",
        "crosscase sign peers.crosscase key --keyring --automatic --as Ines",
    ],
)
@target
@click.option("--passphrase", "locked", is_flag=True, help="Encrypt the key with a passphrase; it is asked for.")
@click.option("--keyring", is_flag=True, help="Keep the key in the system keyring, not in a file.")
@click.option("--automatic", is_flag=True, help="Sign everything you do on this machine from now on.")
@click.option(
    "--note", "remark", metavar="TEXT", default="", help="What to remember of the key: which machine it is on."
)
@acting_options
def key(target: Target, locked: bool, keyring: bool, automatic: bool, remark: str, who: Who) -> None:
    """Make a key, and say in the study that it is yours.

    The private half is kept in your own folder, where no other account of this machine can read it. Who has it can sign
    in your name: with --passphrase or --keyring a thief of the file cannot. An older key of yours stays good for what
    it signed; revoke it when somebody else may have it.
    """
    from crosscase.store.signatures import make_key
    from crosscase.verbs.signing import declare_key

    if locked and (keyring or automatic):
        message = "A key with a passphrase is neither kept in the keyring nor used by itself. Choose one."
        raise click.UsageError(message, click.get_current_context())
    passphrase = _new_passphrase() if locked else ""
    with acting(target, who) as study:
        me = study.member()
        kept = make_key(study.store.state.study, me.id, passphrase=passphrase, keyring=keyring, automatic=automatic)
        study.store.look_for_keys()
        done = study.do(declare_key, kept.public, note=remark)
        told(
            done,
            f"{me.name} signs with the key {kept.public[:12]} from now on.",
            who,
            public=kept.public,
            id=done.value,
        )
    if not who.as_json:
        say(
            "Everything you do on this machine is signed with it."
            if automatic
            else "'crosscase sign STUDY' signs what you did."
        )


@member(sign, "keys", examples=["crosscase sign peers.crosscase keys --json"])
@target
@table_output
def keys(target: Target, out: Out) -> None:
    """List whose keys are known in the study, and which of them this machine has."""
    from crosscase.model import Member, SigningKey
    from crosscase.model.table import Column, Table
    from crosscase.store.signatures import kept_keys

    with reading(target) as study:
        names = {one.id: one.name for one in study.rows(Member)}
        here = {kept.public: kept for kept in kept_keys(study.store.state.study)}
        known = sorted(study.rows(SigningKey), key=lambda one: (names.get(one.member, ""), one.public))
    rows = tuple(
        (
            names.get(one.member, "?"),
            one.public[:12],
            "revoked" if one.revoked else "in use",
            _here(here, one),
            one.note,
        )
        for one in known
    )
    columns = (
        Column("member", "Member"), Column("key", "Key"), Column("state", "State"), Column("here", "On this machine"),
        Column("note", "Note"),
    )  # fmt: skip
    data = [
        {
            "id": one.id, "member": names.get(one.member, ""), "public": one.public, "revoked": one.revoked,
            "note": one.note, "here": one.public in here,
            "automatic": one.public in here and here[one.public].automatic,
        }
        for one in known
    ]  # fmt: skip
    out.table(Table(title="Keys", columns=columns, rows=rows), {"keys": data})


def _here(here: dict[str, Kept], one: SigningKey) -> str:
    kept = here.get(one.public)
    if kept is None:
        return "no"
    how = "passphrase" if kept.locked else "keyring" if not kept.private else "file"
    made = datetime.fromtimestamp(kept.made / 1000).astimezone()
    return f"yes ({how}{', signs by itself' if kept.automatic else ''}), made {made:%Y-%m-%d}"


@member(sign, "automatic", examples=["crosscase sign peers.crosscase automatic on --as Ines"])
@target
@click.argument("state", type=click.Choice(["on", "off"]))
@acting_options
def automatic(target: Target, state: str, who: Who) -> None:
    """Sign everything you do on this machine, or stop it."""
    from crosscase.cli.output import print_json
    from crosscase.store.signatures import keep, kept_keys, opened_key, with_automatic

    with acting(target, who) as study:
        me = study.member()
        if state == "on":
            chosen = _usable(study, me.id)
            if chosen.locked:
                message = "A key with a passphrase cannot be used by itself. Make another: sign STUDY key --automatic."
                raise click.UsageError(message, click.get_current_context())
            opened_key(chosen)
            keep(with_automatic(chosen, on=True))
        else:
            for kept in kept_keys(study.store.state.study, me.id):
                keep(with_automatic(kept, on=False))
    if who.as_json:
        print_json({"automatic": state == "on", "member": me.name})
    else:
        say(f"What {me.name} does on this machine is {'signed' if state == 'on' else 'not signed any more'} by itself.")


@member(sign, "revoke", examples=["crosscase sign peers.crosscase revoke 3f2a9c1d0b77 --as Ines"])
@target
@click.argument("public", metavar="KEY")
@acting_options
def revoke(target: Target, public: str, who: Who) -> None:
    """Say that a key of yours is no longer good: it was lost, or somebody else may have it.

    KEY is as 'sign STUDY keys' shows it. What was signed before stays signed; 'verify' refuses what is signed with it
    afterwards. Make a new key to go on signing.
    """
    from crosscase.errors import AmbiguousError, NotFoundError
    from crosscase.model import SigningKey
    from crosscase.store.signatures import keep, kept_keys, with_automatic
    from crosscase.verbs.signing import revoke_key

    with acting(target, who) as study:
        fitting = [one for one in study.rows(SigningKey) if one.public.startswith(public.lower())]
        if not fitting:
            raise NotFoundError("key", public)
        if len(fitting) > 1:
            raise AmbiguousError("key", public, tuple(one.public[:16] for one in fitting))
        done = study.do(revoke_key, fitting[0].id)
        for kept in kept_keys(study.store.state.study):
            if kept.public == fitting[0].public and kept.automatic:
                keep(with_automatic(kept, on=False))
        told(done, f"The key {fitting[0].public[:12]} is revoked.", who)


def _usable(study: Study, me: str) -> Kept:
    """The newest key of a member that is on this machine, known in the study and not revoked."""
    from crosscase.model import SigningKey
    from crosscase.store.signatures import NoKeyError, kept_keys

    known = {one.public for one in study.rows(SigningKey, member=me) if not one.revoked}
    found = [kept for kept in kept_keys(study.store.state.study, me) if kept.public in known]
    if not found:
        raise NoKeyError
    return found[0]


def _opened(kept: Kept) -> object:
    from crosscase.cli.passphrases import ask
    from crosscase.store.signatures import opened_key

    if not kept.locked:
        return opened_key(kept)
    found = os.environ.get(VARIABLE, "")
    return opened_key(kept, found or ask(f"Passphrase of your signing key {kept.public[:12]}"))


def _new_passphrase() -> str:
    from crosscase.cli.passphrases import new_passphrase

    return new_passphrase("your signing key", variables=(VARIABLE,))


def _merged_into(study: Study, me: str) -> list[str]:
    """Members who are the same person."""
    from crosscase.model import Member

    return [one.id for one in study.rows(Member) if one.merged_into == me]
