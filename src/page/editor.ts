import {
  defaultKeymap,
  history,
  historyKeymap,
  invertedEffects,
  redo,
  redoDepth,
  undo,
  undoDepth,
} from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentUnit, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { yaml } from "@codemirror/legacy-modes/mode/yaml";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { type Annotation, EditorState, StateEffect, StateField, Transaction } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Position } from "../yaml/index.ts";
import type { Steps } from "./steps.ts";

/** A mark in the text, with a message. */
export interface EditorMark {
  readonly start: Position;
  readonly end: Position;
  readonly severity: Diagnostic["severity"];
  readonly source: string;
  readonly message: string;
  readonly fix?: { readonly title: string; readonly apply: () => void };
}

export interface Editor extends Steps {
  /** Returns the text, with the line endings that it came with. */
  readonly text: () => string;
  /** Changes only what differs. Undo takes the change back. */
  readonly setText: (text: string) => void;
  /** Shows a text that undo does not lead away from. */
  readonly startWith: (text: string) => void;
  readonly mark: (marks: readonly EditorMark[]) => void;
  readonly goTo: (line: number) => void;
}

/** Creates a YAML editor in a shadow root. Its styles are adopted style sheets there, so the page's policy need not allow inline styles. */
export function createEditor(place: HTMLElement, label: string, onChange: () => void): Editor {
  const root = place.attachShadow({ mode: "open" });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        lineBreakField,
        invertedEffects.of(({ effects, startState }) =>
          effects.some((effect) => effect.is(setLineBreak)) ? [setLineBreak.of(startState.field(lineBreakField))] : [],
        ),
        drawSelection(),
        bracketMatching(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        // What turns or hides text is shown.
        highlightSpecialChars(),
        search({ top: true }),
        indentUnit.of("  "),
        StreamLanguage.define(yaml),
        syntaxHighlighting(colours),
        theme,
        // Tab leaves the editor, so that it does not trap the keyboard.
        keymap.of([...searchKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({
          "aria-label": label,
          spellcheck: "false",
          autocapitalize: "off",
          autocorrect: "off",
        }),
        EditorView.updateListener.of(({ docChanged, startState, state }) => {
          if (docChanged || startState.field(lineBreakField) !== state.field(lineBreakField)) onChange();
        }),
      ],
    }),
  });

  const offset = ({ line, column }: Position): number => {
    const { doc } = view.state;
    const at = doc.line(Math.max(1, Math.min(line, doc.lines)));
    const bom = line === 1 && at.text.startsWith("\uFEFF") ? 1 : 0;
    return Math.min(at.to, at.from + column - 1 + bom);
  };
  const showText = (text: string, annotation: Annotation<unknown>): void => {
    const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
    const changes = findDifference(view.state.doc.toString(), text.replace(/\r\n?/g, "\n"));
    const effects = lineBreak === view.state.field(lineBreakField) ? [] : [setLineBreak.of(lineBreak)];
    if (changes || effects.length > 0) view.dispatch({ ...(changes && { changes }), effects, annotations: annotation });
  };
  return {
    text: () => view.state.doc.toString().replaceAll("\n", view.state.field(lineBreakField)),
    setText: (text) => showText(text, Transaction.userEvent.of("input.fix")),
    startWith: (text) => showText(text, Transaction.addToHistory.of(false)),
    canUndo: () => undoDepth(view.state) > 0,
    canRedo: () => redoDepth(view.state) > 0,
    undo: () => void undo(view),
    redo: () => void redo(view),
    mark(marks) {
      const diagnostics = marks.map(({ start, end, severity, source, message, fix }): Diagnostic => {
        const from = offset(start);
        const actions = fix ? [{ name: fix.title, apply: fix.apply }] : [];
        return { from, to: Math.max(from, offset(end)), severity, source, message, actions };
      });
      view.dispatch(
        setDiagnostics(
          view.state,
          diagnostics.toSorted((a, b) => a.from - b.from),
        ),
      );
    },
    goTo(line) {
      const at = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
      view.dispatch({
        selection: { anchor: at.from, head: at.to },
        effects: EditorView.scrollIntoView(at.from, { y: "center" }),
      });
      view.focus();
    },
  };
}

const setLineBreak = StateEffect.define<string>();
/** The line end of the text, which the editor itself turns into `\n`. Undo brings it back with the text. */
const lineBreakField = StateField.define<string>({
  create: () => "\n",
  update: (lineBreak, { effects }) => effects.find((effect) => effect.is(setLineBreak))?.value ?? lineBreak,
});

/** Finds the single splice that turns one text into another; `undefined` for equal texts. */
function findDifference(before: string, after: string): { from: number; to: number; insert: string } | undefined {
  if (before === after) return undefined;
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shortest - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.atom, tags.definition(tags.propertyName)], color: "var(--key)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
  { tag: [tags.number, tags.bool, tags.keyword, tags.null], color: "var(--value)" },
  { tag: tags.comment, color: "var(--faint)", fontStyle: "italic" },
  { tag: [tags.meta, tags.typeName, tags.labelName], color: "var(--accent)" },
]);

const theme = EditorView.theme({
  "&": { height: "100%", fontSize: "13px", color: "var(--text)", backgroundColor: "var(--paper)" },
  // The page draws the ring around the whole editor: the gutters would lie on this one.
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", overflow: "auto" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--faint)", border: "none" },
  ".cm-activeLine": { backgroundColor: "var(--line-active)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--selection)",
  },
  ".cm-lintRange": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--enforce) 1px",
    textUnderlineOffset: "3px",
    textDecorationSkipInk: "none",
  },
  ".cm-lintRange-warning": { textDecorationColor: "var(--warn)" },
  ".cm-lintRange-info": { textDecorationColor: "var(--audit)" },
  ".cm-gutter-lint": { width: "auto" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0 4px", minWidth: "16px" },
  ".cm-lint-marker": {
    content: "none !important",
    width: "8px",
    height: "8px",
    borderRadius: "50%",
    margin: "0.5em 0 0",
    backgroundColor: "var(--enforce)",
  },
  ".cm-lint-marker-warning": { backgroundColor: "var(--warn)" },
  ".cm-lint-marker-info": { backgroundColor: "var(--audit)" },
  ".cm-tooltip, .cm-panels": {
    backgroundColor: "var(--raised)",
    color: "var(--text)",
    border: "1px solid var(--rule)",
    borderRadius: "6px",
    boxShadow: "var(--shadow)",
    fontFamily: "var(--sans)",
  },
  ".cm-tooltip-lint": { padding: "0", maxWidth: "min(36rem, 90vw)" },
  ".cm-diagnostic": {
    padding: "8px 12px",
    borderLeft: "3px solid var(--enforce)",
    fontSize: "13px",
    lineHeight: "1.45",
  },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warn)" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--audit)" },
  ".cm-diagnosticAction": {
    backgroundColor: "var(--accent)",
    color: "var(--on-accent)",
    borderRadius: "4px",
    padding: "2px 8px",
    margin: "6px 0 0",
  },
  ".cm-diagnosticSource": { color: "var(--faint)", opacity: "1" },
  ".cm-panel.cm-search": { padding: "6px 8px", fontSize: "13px" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button": {
    fontSize: "13px",
    color: "var(--text)",
    backgroundColor: "var(--paper)",
    backgroundImage: "none",
    border: "1px solid var(--rule)",
    borderRadius: "4px",
  },
});
