// Many small changes that a person takes for one: a brush drawn, a handle moved.
import type { Changes, Store } from "../state/store";

/** The steps of one gesture. */
export interface Gesture {
  go(changes: Changes): void;
  /** What comes next is another gesture. */
  end(): void;
}

/** The first step of a gesture leaves a step for Back, the others take its place. */
export function gesture(store: Store): Gesture {
  let begun = false;
  return {
    go(changes) {
      const before = store.get();
      store.go(changes, { replace: begun });
      begun ||= store.get() !== before;
    },
    end() {
      begun = false;
    },
  };
}
