/**
 * The colour of a code: its own, or one of eight that colour-blind people can tell apart, with a shape for each.
 *
 * After Okabe and Ito (2008), with an indigo; how far apart they are to each kind of colour blindness is worked out in
 * `test/colours.test.ts`. A colour never stands alone: every patch has a shape and a letter, and names stand beside
 * stripes. The engine gives new codes the same eight in turn (`COLOURS` in verbs/codes.py).
 */
export const PALETTE = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#f0e442", "#332288"] as const;

/** The shape of a patch, one for each colour of the palette; for other colours by the code, so that it stays. */
export function shapeOf(code: { colour: string; id: string }): number {
  const at = PALETTE.findIndex((one) => one === colourOf(code).toLowerCase());
  return at >= 0 ? at : Number.parseInt(code.id.slice(-4), 16) % PALETTE.length;
}

export function colourOf(code: { colour: string; id: string }): string {
  if (/^#[0-9a-f]{6}$/iu.test(code.colour)) return code.colour;
  return PALETTE[Number.parseInt(code.id.slice(-4), 16) % PALETTE.length] ?? PALETTE[0];
}

/** Black or white, whichever is read better on a colour (WCAG 2.2, contrast ratio). */
export function inkOn(colour: string): "#000000" | "#ffffff" {
  return contrast(colour, "#000000") >= contrast(colour, "#ffffff") ? "#000000" : "#ffffff";
}

export function contrast(one: string, two: string): number {
  const [high, low] = [luminance(one), luminance(two)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** A colour laid over another, `share` of it. */
export function over(top: string, share: number, below: string): string {
  const [above, under] = [channels(top), channels(below)];
  return `#${above.map((one, at) => Math.round(one * share + (under[at] ?? 0) * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((one) => {
    const share = one / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
