/** Memos: the list, the editor, and the small field that other screens have for writing one. */
export const memos = {
  "memos.on": "Memos",
  "memos.another": "Write a memo",
  "memos.nature": "Type",
  "memos.nature.note": "Note",
  "memos.nature.theoretical": "Theoretical",
  "memos.nature.methodological": "Methodological",
  "memos.nature.case": "On a case",
  "memos.nature.code": "On a code",
  "memos.nature.descriptive": "Descriptive",
  "memos.nature.reflexive": "Reflexive",
  "memos.private": "yours alone",
  "memos.shared": "shared with everyone",
  "memos.privateHelp": "A reflexive memo is yours alone until you share it: nobody else in the study reads it, and it leaves in no copy and no report.",
  "memos.save": "Save memo",
  "memos.written": "The memo is saved.",
} as const;
