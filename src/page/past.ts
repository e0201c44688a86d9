import type { Steps } from "./steps.ts";

/** The most states that are remembered. */
const mostStates = 100;

/** Remembers the states that something was in. */
export interface Past<State> extends Steps {
  /** The state that it is in. */
  readonly now: () => State;
  /** Takes a new state. */
  readonly add: (state: State) => void;
  /** Takes a new state in the place of the one that it is in: one step for a word, and not one for each letter. */
  readonly amend: (state: State) => void;
}

/** Starts to remember the states of something. `onMove` shows the one that undo or redo leads to. */
export function createPast<State>(start: State, onMove: (state: State) => void): Past<State> {
  let states: readonly State[] = [start];
  let at = 0;
  const now = (): State => states[at] ?? start;
  const put = (state: State, place: number): void => {
    states = [...states.slice(0, place), state].slice(-mostStates);
    at = states.length - 1;
  };
  const moveTo = (place: number): void => {
    at = place;
    onMove(now());
  };
  return {
    now,
    add: (state) => put(state, at + 1),
    amend: (state) => put(state, at),
    canUndo: () => at > 0,
    canRedo: () => at < states.length - 1,
    undo: () => moveTo(at - 1),
    redo: () => moveTo(at + 1),
  };
}
