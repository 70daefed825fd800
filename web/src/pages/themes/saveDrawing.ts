/** A drawing as a file: the colours of the screen are written into it, because a file has no style sheet. */
const STYLED = ["fill", "stroke", "stroke-width", "font-family", "font-size", "font-weight"] as const;

/** Hands the drawing to the browser as a download; the name of the file. */
export async function saved(picture: SVGSVGElement | null, name: string, form: "svg" | "png"): Promise<string> {
  if (picture === null) throw new Error("There is nothing to save.");
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const [here, there] = [picture.querySelectorAll("*"), copy.querySelectorAll("*")];
  here.forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const property of STYLED) there[at]?.setAttribute(property, style.getPropertyValue(property));
    for (const attribute of ["tabindex", "role", "class"]) there[at]?.removeAttribute(attribute);
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const file = `${name.replace(/[^\p{L}\p{N} _-]+/gu, "").trim() || "map"}.${form}`;
  const drawn = new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
  download(form === "svg" ? drawn : await painted(drawn, picture), file);
  return file;
}

async function painted(drawn: Blob, picture: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  const reader = new FileReader();
  const address = await new Promise<string>((done) => {
    reader.onload = () => done(typeof reader.result === "string" ? reader.result : "");
    reader.readAsDataURL(drawn);
  });
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width.baseVal.value * 2, picture.height.baseVal.value * 2];
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser does not draw pictures.");
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("The picture could not be made."))), "image/png"));
}

function download(blob: Blob, file: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
