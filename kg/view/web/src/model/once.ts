// Work that is put off until somebody needs it.
/** Makes something when it is first asked for, and only then. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
