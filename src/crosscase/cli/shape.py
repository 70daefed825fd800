"""What commands look like: the root, groups that take the study first, and help with examples in it.

`crosscase codebook STUDY define …` and `crosscase codebook define STUDY …` are the same, because both are guessed; a
group named with a study alone runs its default command. Nothing here imports a command before it is called.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, TypeVar

import click

from crosscase.cli.listing import COMMANDS, SECTIONS

F = TypeVar("F", bound=Callable[..., Any])

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Command(click.Command):
    """A command whose help ends with examples."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = tuple(examples)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line, with the study before the name of a command in a group."""
        pieces = [piece for piece in self.collect_usage_pieces(ctx) if piece != "STUDY"]
        parent = ctx.parent
        if parent is not None and isinstance(parent.command, Group):
            formatter.write_usage(f"{parent.command_path} STUDY {ctx.info_name}", " ".join(pieces))
        else:
            formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples."""
        write_examples(self.examples, formatter)
        super().format_epilog(ctx, formatter)


def write_examples(examples: Sequence[str], formatter: click.HelpFormatter) -> None:
    """Examples as they are typed, one a line, never wrapped."""
    if examples:
        with formatter.section("Examples"):
            for example in examples:
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")


class Group(click.Group):
    """Commands on one subject; the study may stand before the command's name."""

    def __init__(self, *args: Any, default: str, examples: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.default = default
        self.examples = tuple(examples)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the name of the command first, where Click looks for it."""
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            named = len(args) > 1 and args[1] in self.commands
            rest = len(args) > 1 and not args[1].startswith("-") and not args[0].startswith("-")
            if named:
                args = [args[1], args[0], *args[2:]]
            elif rest:
                close = click.NoSuchCommand(args[1], possibilities=self.commands, ctx=ctx)
                raise close
            elif self.default:
                args = [self.default, *args]
            else:
                message = f"Say what: {', '.join(self.commands)}."
                raise click.UsageError(message, ctx)
        return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """`STUDY COMMAND [ARGS]...`."""
        return ["STUDY", "COMMAND [ARGS]..."]

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What runs by itself, and examples."""
        if self.default:
            formatter.write_paragraph()
            formatter.write_text(f"Without a command: {self.default}.")
        write_examples(self.examples, formatter)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        return self.commands.get(cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which they were written."""
        return list(self.commands)


class Root(click.Group):
    """The program: knows its commands by the table, and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        return load(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As Click does, but a wrong name is compared with all commands."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.NoSuchCommand(args[0], possibilities=list(COMMANDS), ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, by section."""
        for section, listed in SECTIONS:
            with formatter.section(section):
                formatter.write_dl([(one.name, one.summary) for one in listed], col_max=12)


def load(name: str) -> click.Command:
    """Import a command.

    Raises:
        KeyError: there is none of that name.
    """
    module, _, attribute = COMMANDS[name].place.partition(":")
    command: click.Command = getattr(import_module(f"crosscase.cli.{module}"), attribute)
    return command


def command(name: str, *, examples: Sequence[str]) -> Callable[[F], Command]:
    """Make a command of a function; its docstring is the help."""

    def made(function: F) -> Command:
        return click.command(name, cls=Command, examples=examples, context_settings=_SETTINGS)(function)

    return made


def group(name: str, *, default: str, about: str, examples: Sequence[str]) -> Group:
    """A group of commands, to which `member` adds; `default` runs when none is named (empty: none does)."""
    return Group(name, default=default, help=about, examples=examples, context_settings=dict(_SETTINGS))


def member(of: Group, name: str, *, examples: Sequence[str]) -> Callable[[F], Command]:
    """Make a command of a group of a function."""

    def made(function: F) -> Command:
        new = command(name, examples=examples)(function)
        of.add_command(new)
        return new

    return made


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from crosscase import __version__

        click.echo(f"crosscase {__version__}")
        ctx.exit()


@click.pass_context
def _help(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


root = Root(
    "crosscase",
    context_settings=dict(_SETTINGS),
    no_args_is_help=False,
    invoke_without_command=True,
    callback=_help,
    params=[
        click.Option(
            ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=_version,
            help="Print the version.",
        )
    ],
    help=(
        "Qualitative comparative case studies: from interviews to claims across cases, and back to the words.\n\n"
        "Each command takes the study first: a file like peers.crosscase, or postgresql://…#schema. Who acts is said "
        "with --as, or with CROSSCASE_MEMBER. 'crosscase COMMAND --help' explains a command."
    ),
    epilog="Begin with 'crosscase demo demo.crosscase', or 'crosscase new peers.crosscase'.",
)  # fmt: skip
