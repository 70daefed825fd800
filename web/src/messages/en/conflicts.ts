/** Conflicts. */
export const conflicts = {
  "clash.about":
    "Copies of the study were brought together, and these were written by people who had not seen each other’s. Nothing was lost: both are kept until somebody decides. What you decide is an act like any other; it can be undone.",
  "clash.none": "Nothing stands against each other",
  "clash.noneDetail": "When copies of the study are brought together and two people wrote the same thing differently, it is settled here.",
  "clash.side": "{number}. {who}",
  "clash.stands": "shown meanwhile",
  "clash.keep": "Keep what {who} wrote",
  "clash.keepTwin": "Make them one, this one",
  "clash.third": "Or write something else",
  "clash.write": "Write this instead",
  "clash.which": "Or keep both, and give one another name",
  "clash.rename": "Its new name",
  "clash.renameIt": "Give it this name",
  "clash.settled": "Settled.",
  "clash.back": "To the overview",
} as const;
