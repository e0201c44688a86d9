import { announce, getTypedElement } from "./dom.ts";

/** The way back through what the user did, and forth again. */
export interface Steps {
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** What a page does with its steps. */
export interface StepControls {
  /** Brings the buttons up to date. */
  readonly update: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Lets the user undo and redo by the page's buttons, and by the usual keys wherever the focus is: after a click it is not in the text. */
export function setUpSteps(steps: Steps): StepControls {
  const undo = getTypedElement("undo", HTMLButtonElement);
  const redo = getTypedElement("redo", HTMLButtonElement);
  const walk = (way: "undo" | "redo"): void => {
    if (!(way === "undo" ? steps.canUndo() : steps.canRedo())) return;
    steps[way]();
    announce(way === "undo" ? "Undone." : "Done again.");
  };
  undo.addEventListener("click", () => walk("undo"));
  redo.addEventListener("click", () => walk("redo"));
  document.addEventListener("keydown", (event) => {
    const way = nameWay(event);
    // A field of one line has undo of its own.
    if (!way || event.defaultPrevented || isOneLineField(event.target)) return;
    event.preventDefault();
    walk(way);
  });
  return {
    update() {
      const hadFocus = [undo, redo].find((button) => button === document.activeElement);
      undo.disabled = !steps.canUndo();
      redo.disabled = !steps.canRedo();
      // A button that can't be pressed any more would lose the keyboard.
      if (hadFocus?.disabled) (hadFocus === undo ? redo : undo).focus();
    },
    undo: () => walk("undo"),
    redo: () => walk("redo"),
  };
}

function nameWay({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): "undo" | "redo" | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" ? "redo" : undefined;
}

function isOneLineField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== "checkbox";
}
