// All controls of the page, put together.
import type { ClaimTable } from "../ask/claims";
import type { Search } from "../ask/search";
import type { State } from "../model/types";
import type { Scene } from "../state/scene";
import { createChips } from "./chips";
import { createColours } from "./colours";
import { createFacets } from "./facets";
import { createHelp } from "./help";
import { createKeys } from "./keys";
import { createRoving, type ScreenOf } from "./roving";
import { createSearch } from "./search";
import { createTimeline } from "./timeline";
import { createTrail } from "./trail";

/** What the controls need of the page. */
export interface Page {
  readonly scene: Scene;
  readonly table: ClaimTable;
  readonly find: Search;
  readonly screen: ScreenOf;
  /** Draw all again, in other colours. */
  redraw(): void;
}

/** The controls in the page. */
export interface Controls {
  /** Bring those that show the state up to it; before the views are. */
  update(now: State): void;
  /** What can only be done to a view that is there. */
  after(): void;
  /** Index what is searched, in what time the page has to spare from now on. */
  prepare(): void;
}

/** Put all controls into the page. */
export function createControls({ scene, table, find, screen, redraw }: Page): Controls {
  const facets = createFacets(scene, table);
  const chips = createChips(scene);
  const timeline = createTimeline(scene, table);
  const trail = createTrail(scene);
  const after = createRoving(scene, screen);
  const prepare = createSearch(scene, find);
  createColours(redraw);
  createKeys(createHelp());
  let filter: State["filter"] | null = null;

  function update(now: State): void {
    trail(now);
    timeline(now);
    if (now.filter === filter) return;
    filter = now.filter;
    facets(filter);
    chips(filter, scene.passing().length);
  }

  return { update, after, prepare };
}
