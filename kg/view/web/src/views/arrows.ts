// Arrow keys in a grid of rows and columns, of which one place has the focus.

/** A place in a grid, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How large a grid is. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

const PAGE = 10;

/** The place that a key leads to, within the grid; null for any other key. */
export function led(key: string, far: boolean, at: Place, { rows, columns }: Extent): Place | null {
  const to = (row: number, column: number): Place => ({
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  const { row, column } = at;
  switch (key) {
    case "ArrowUp":
      return to(row - 1, column);
    case "ArrowDown":
      return to(row + 1, column);
    case "ArrowLeft":
      return to(row, column - 1);
    case "ArrowRight":
      return to(row, column + 1);
    case "PageUp":
      return to(row - PAGE, column);
    case "PageDown":
      return to(row + PAGE, column);
    case "Home":
      return to(far ? 0 : row, 0);
    case "End":
      return to(far ? rows - 1 : row, columns - 1);
    default:
      return null;
  }
}

/** Let the arrow keys, Home, End and pages move within an element; with Ctrl to its ends. */
export function onArrows(
  element: Element,
  at: () => Place | null,
  extent: () => Extent,
  move: (to: Place) => void,
): void {
  element.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent) || event.altKey || event.metaKey) return;
    const now = at();
    const next = now && led(event.key, event.ctrlKey, now, extent());
    if (!next) return;
    event.preventDefault();
    move(next);
  });
}
