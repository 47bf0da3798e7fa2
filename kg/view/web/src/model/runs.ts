// Some numbers for each of many rows, in two arrays: there may be half a million.

/** The numbers of row i are `of[start[i]]` to `of[start[i + 1]]`. */
export interface Runs {
  readonly start: Uint32Array;
  readonly of: Uint32Array;
}

/** The numbers that `tell` puts down for each row; what a row has twice counts once. */
export function runs<T>(
  rows: readonly T[],
  tell: (row: T, put: (n: number) => void, i: number) => void,
): Runs {
  const start = new Uint32Array(rows.length + 1);
  const flat: number[] = [];
  let from = 0;
  const put = (n: number) => {
    if (flat.indexOf(n, from) < 0) flat.push(n);
  };
  for (let i = 0; i < rows.length; i++) {
    from = flat.length;
    tell(rows[i] as T, put, i);
    start[i + 1] = flat.length;
  }
  return { start, of: new Uint32Array(flat) };
}

/** The other way round: for each number below `size` the rows that have it, in order. */
export function turned({ start, of }: Runs, size: number): Runs {
  const next = new Uint32Array(size + 2); // where the next row of a number goes, one ahead
  for (const n of of) next[n + 2] = (next[n + 2] as number) + 1;
  for (let n = 2; n < next.length; n++) next[n] = (next[n] as number) + (next[n - 1] as number);
  const rows = new Uint32Array(of.length);
  for (let row = 0; row + 1 < start.length; row++) {
    for (let at = start[row] as number; at < (start[row + 1] as number); at++) {
      const n = (of[at] as number) + 1;
      rows[next[n] as number] = row;
      next[n] = (next[n] as number) + 1;
    }
  }
  return { start: next.subarray(0, size + 1), of: rows };
}

/** The numbers of one row; none of a row that is not there. */
export function rowOf({ start, of }: Runs, i: number): Uint32Array {
  return of.subarray(start[i] ?? 0, start[i + 1] ?? 0);
}

/** Tells the numbers of all rows that are marked, row by row. */
export function eachOf({ start, of }: Runs, marked: Uint8Array, tell: (n: number) => void): void {
  for (let i = 0; i < marked.length; i++) {
    if (!marked[i]) continue;
    for (let at = start[i] as number; at < (start[i + 1] as number); at++) tell(of[at] as number);
  }
}
