/**
 * Whether a key belongs to an input method that is composing (Japanese, Chinese, Korean, accents): then it is nobody's command.
 *
 * The Enter that ends a composition comes with `isComposing` in some browsers and after it, with the code 229, in others.
 */
export function composing(key: { readonly isComposing?: boolean; readonly keyCode?: number }): boolean {
  return key.isComposing === true || key.keyCode === 229;
}
