// The palette as the canvas needs it: values, not names.

/** The colour of a name, as it is in the light or dark that the reader has now. */
export type Colours = (name: string) => string;

/** The colours of this moment; each is read once, since asking the style is slow. */
export function coloursNow(): Colours {
  const style = getComputedStyle(document.documentElement);
  const known = new Map<string, string>();
  return (name) => {
    const found = known.get(name) ?? style.getPropertyValue(`--${name}`).trim();
    known.set(name, found);
    return found;
  };
}
