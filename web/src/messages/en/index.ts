/** Every sentence of the workbench, in English. `{name}` is filled in; other languages have the same keys. */
import { against } from "./against";
import { agreement } from "./agreement";
import { answers } from "./answers";
import { bench } from "./bench";
import { bring } from "./bring";
import { codebook } from "./codebook";
import { compare } from "./compare";
import { conflicts } from "./conflicts";
import { contrast } from "./contrast";
import { draft } from "./draft";
import { findings } from "./findings";
import { flow } from "./flow";
import { discuss } from "./discuss";
import { framework } from "./framework";
import { history } from "./history";
import { memos } from "./memos";
import { overview } from "./overview";
import { pairs } from "./pairs";
import { people } from "./people";
import { qca } from "./qca";
import { questions } from "./questions";
import { read } from "./read";
import { report } from "./report";
import { retrieve } from "./retrieve";
import { saturation } from "./saturation";
import { settings } from "./settings";
import { standing } from "./standing";
import { shell } from "./shell";
import { signing } from "./signing";
import { start } from "./start";
import { themes } from "./themes";

export const en = {
  ...against,
  ...agreement,
  ...answers,
  ...bench,
  ...bring,
  ...codebook,
  ...compare,
  ...conflicts,
  ...contrast,
  ...discuss,
  ...draft,
  ...findings,
  ...flow,
  ...framework,
  ...history,
  ...memos,
  ...overview,
  ...pairs,
  ...people,
  ...qca,
  ...questions,
  ...read,
  ...report,
  ...retrieve,
  ...saturation,
  ...settings,
  ...standing,
  ...shell,
  ...signing,
  ...start,
  ...themes,
} as const;
