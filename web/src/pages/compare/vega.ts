/**
 * Drawing Vega-Lite specifications, in a chunk of its own (it is as large as all the rest of the client).
 *
 * What a careful reader would get wrong: nothing here may be turned into code. Expressions are interpreted (`ast` and the
 * interpreter belong together), because our pages run no script that the server did not serve; and nothing is loaded,
 * because a specification holds its data.
 */
import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";

/** Up to so many pieces of data a figure is drawn in SVG, which stays sharp at every size; above, on a canvas. */
const SVG_MOST = 1500;
const SHARPNESS = 2;
/** What figures are drawn in, on whichever screen: what is saved is what was seen. */
const LOOK = { background: "#ffffff", font: "system-ui, 'Noto Sans', sans-serif", aria: false, padding: 12 };

type Specification = Record<string, unknown>;

function viewOf(specification: Specification, renderer: "svg" | "canvas" | "none", container?: HTMLElement): View {
  const { spec } = compile({ ...specification, config: { ...(specification["config"] as object | undefined), ...LOOK } } as TopLevelSpec);
  const loader = { load: refused, sanitize: refused, http: refused, file: refused };
  return new View(parse(spec, undefined, { ast: true }), {
    expr: expressionInterpreter, loader, renderer, hover: false, ...(container === undefined ? {} : { container }),
  });
}

const refused = (): Promise<never> => Promise.reject(new Error("A figure loads nothing."));

/** Draw into an element; `end` takes it away again. */
export async function draw(specification: Specification, container: HTMLElement): Promise<{ end: () => void }> {
  const sets = Object.values((specification["datasets"] ?? {}) as Record<string, unknown[]>);
  const pieces = sets.reduce((sum, one) => sum + one.length, 0);
  const view = viewOf(specification, pieces > SVG_MOST ? "canvas" : "svg", container);
  await view.runAsync();
  return {
    end: () => {
      view.finalize();
      container.replaceChildren();
    },
  };
}

/** A figure as a file. */
export async function picture(specification: Specification, form: "svg" | "png"): Promise<Blob> {
  const view = viewOf(specification, "none");
  try {
    if (form === "svg") return new Blob([await view.toSVG()], { type: "image/svg+xml" });
    const canvas = await view.toCanvas(SHARPNESS);
    return await new Promise<Blob>((found, failed) => canvas.toBlob((data) => (data === null ? failed(new Error("The picture could not be made.")) : found(data)), "image/png"));
  } finally {
    view.finalize();
  }
}
