/**
 * Pictures for the pages of the documentation: as small as a picture of a screen can be, and the same bytes for the same
 * picture: `node browser/pictures.ts FROM.png TO.png …`.
 *
 * A screen has a few hundred colours. The most frequent are kept, every other becomes the nearest of them, and what is
 * see-through lies on white: eight bits for each pixel, where a browser writes thirty-two.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const MOST = 256;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel in one number. */
  readonly pixels: Uint32Array;
}

/** Read a picture of eight bits for each channel, RGB or RGBA, not interlaced, as browsers and Vega write them. */
export function decoded(file: Buffer): Picture {
  let width = 0;
  let height = 0;
  let channels = 0;
  const data: Buffer[] = [];
  for (let at = SIGNATURE.length; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const kind = file.toString("latin1", at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      channels = { 2: 3, 6: 4 }[body[9] ?? 0] ?? 0;
      if (body[8] !== 8 || channels === 0 || body[12] !== 0) throw new Error("This kind of picture is not known here.");
    }
    if (kind === "IDAT") data.push(body);
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(data));
  const line = width * channels;
  const rows = new Uint8Array(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const left = x < channels ? 0 : (rows[y * line + x - channels] ?? 0);
      const up = y === 0 ? 0 : (rows[(y - 1) * line + x] ?? 0);
      const corner = y === 0 || x < channels ? 0 : (rows[(y - 1) * line + x - channels] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      rows[y * line + x] = (raw[y * (line + 1) + 1 + x] ?? 0) + guess;
    }
  }
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) {
    const alpha = channels === 4 ? (rows[at * 4 + 3] ?? 255) / 255 : 1;
    const [red, green, blue] = [0, 1, 2].map((part) => Math.round((rows[at * channels + part] ?? 0) * alpha + 255 * (1 - alpha)));
    pixels[at] = ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0);
  }
  return { width, height, pixels };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
}

/** The same picture with a palette. */
export function encoded({ width, height, pixels }: Picture): Buffer {
  const count = new Map<number, number>();
  for (const colour of pixels) count.set(colour, (count.get(colour) ?? 0) + 1);
  const palette = [...count].sort(([one, many], [two, more]) => more - many || one - two).slice(0, MOST).map(([colour]) => colour);
  const place = new Map(palette.map((colour, at) => [colour, at]));
  const nearest = (colour: number) => {
    let [best, least] = [0, Infinity];
    palette.forEach((one, at) => {
      const away = [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0);
      if (away < least) [best, least] = [at, away];
    });
    return best;
  };
  const raw = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < pixels.length; at += 1) {
    const colour = pixels[at] ?? 0;
    let index = place.get(colour);
    if (index === undefined) place.set(colour, (index = nearest(colour)));
    raw[at + Math.floor(at / width) + 1] = index;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([SIGNATURE, chunk("IHDR", head), chunk("PLTE", colours), chunk("IDAT", deflateSync(raw, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

const files = process.argv.slice(2);
for (let at = 0; at + 1 < files.length; at += 2) {
  const [from, to] = [files[at] ?? "", files[at + 1] ?? ""];
  const small = encoded(decoded(readFileSync(from)));
  writeFileSync(to, small);
  console.log(`${to}: ${Math.round(small.length / 1000)} kB`);
}
