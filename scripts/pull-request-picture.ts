/** The picture of a pull request: text on lines that are broken here, since an image has no page to flow in. */
import { diffArrays } from "diff";

/** What is drawn, as the Action sent it. */
export interface Drawing {
  readonly file: string;
  /** The lines that the pull request adds, and the number of the first. */
  readonly lines: readonly string[];
  readonly firstLine: number;
  readonly run: { readonly name: string; readonly title: string };
  readonly annotation: { readonly line: number; readonly title: string; readonly message: string };
  readonly comment: { readonly body: string; readonly startLine: number; readonly line: number };
  /** The job summary, in Markdown. */
  readonly summary: string;
}

export interface Theme {
  /** The colour of a name in the pages' style sheet. */
  readonly colour: (name: string) => string;
  readonly sans: string;
  readonly mono: string;
}

/** A part of the picture: what is drawn from a height on, and how high it is. */
interface Block {
  readonly height: number;
  readonly draw: (top: number) => string;
}

type Style = "plain" | "bold" | "code" | "mono" | "faint" | "good" | "bad" | "title";
interface Run {
  readonly text: string;
  readonly style: Style;
}

const width = 960;
const [left, inner] = [24, 24];
const lineHeight = 19;
/** How wide a letter is, at most, in the fonts that machines put in for ours. */
const letter = { sans: 6.9, mono: 7.5 };

/** Draws the files with an annotation and a suggestion, then the check run's summary, as SVG. */
export function drawPicture(drawing: Drawing, theme: Theme): string {
  const { colour } = theme;
  const body = width - 2 * left - 2 * inner;
  const card = (title: Run[], blocks: readonly Block[]): Block => {
    const head = 34;
    const height = head + blocks.reduce((sum, block) => sum + block.height, 0) + 10;
    return {
      height: height + 16,
      draw: (top) => {
        let at = top + head;
        const inside = blocks.map((block) => {
          const drawn = block.draw(at);
          at += block.height;
          return drawn;
        });
        return [
          rect(left, top, width - 2 * left, height, { fill: colour("paper"), stroke: colour("rule"), rx: 6 }),
          write(left + inner, top + 22, title),
          `<path d="M${left} ${top + head - 4}h${width - 2 * left}" stroke="${colour("rule")}"/>`,
          ...inside,
        ].join("\n");
      },
    };
  };
  const files = card(
    [{ text: drawing.file, style: "mono" }],
    [
      ...drawing.lines.flatMap((text, index) => {
        const number = drawing.firstLine + index;
        const line = drawLine(text, "added", theme, number);
        if (number === drawing.annotation.line) return [line, drawAnnotation(drawing, theme, body)];
        return number === drawing.comment.line ? [line, drawComment(drawing, theme, body)] : [line];
      }),
    ],
  );
  const failed = { text: "✕ ", style: "bad" } as const;
  const check = card(
    [failed, { text: drawing.run.name, style: "bold" }, { text: `  ${drawing.run.title}`, style: "plain" }],
    drawSummary(drawing.summary, body),
  );
  const note = "A drawing, made of what the Action sends in a test run";
  let at = 16;
  const parts = [files, check].map((block) => {
    const drawn = block.draw(at);
    at += block.height;
    return drawn;
  });
  const height = at + 20;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>${escapeXml(note)}: annotations on the lines of a manifest, a suggestion with hardened YAML, and the summary of the check run</title>
<style>${styles(theme)}</style>
${rect(0, 0, width, height, { fill: colour("ground"), rx: 8 })}
${parts.join("\n")}
${write(left, height - 14, [{ text: note, style: "faint" }])}
</svg>
`;
}

function styles({ colour, sans, mono }: Theme): string {
  const fonts = `text{font:13px ${sans};fill:${colour("text")};white-space:pre}.mono,.code{font:12px ${mono}}.code{fill:${colour("key")}}`;
  const colours = `.bold,.title{font-weight:600}.title{font-size:15px}.faint{fill:${colour("faint")}}.good{fill:${colour("good")};font-weight:600}.bad{fill:${colour("enforce")};font-weight:600}`;
  return escapeXml(`${fonts}${colours}`);
}

/** The sign and the colour of each kind of line. */
const lineKinds = {
  added: ["+", "good-tint"],
  removed: ["-", "enforce-tint"],
  kept: [" ", "raised"],
} as const;

/** A line of a difference: of the file itself, with its number, or of a suggestion. */
function drawLine(text: string, kind: keyof typeof lineKinds, { colour }: Theme, number?: number): Block {
  const edge = number === undefined ? left + inner + 8 : left + 1;
  const gutter: Run[] = number === undefined ? [] : [{ text: `${number} `, style: "faint" }];
  const [sign, tint] = lineKinds[kind];
  const fill = colour(tint);
  const shown: Run = { text: `${sign} ${text}`, style: "mono" };
  return {
    height: lineHeight,
    draw: (top) =>
      [rect(edge, top, width - 2 * edge, lineHeight, { fill }), write(edge + 10, top + 14, [...gutter, shown])].join(
        "\n",
      ),
  };
}

function drawAnnotation({ run, annotation }: Drawing, { colour }: Theme, body: number): Block {
  const [message = ""] = annotation.message.replace(/ \[[\w-]+\]$/, "").split("\n\n");
  const lines = [
    [
      { text: "✕ ", style: "bad" },
      { text: `${run.name}: ${annotation.title}`, style: "bold" },
    ] as Run[],
    ...wrap(parseInline(message), body - 44),
  ];
  return box(lines, { edge: colour("enforce"), fill: colour("raised"), rule: colour("rule") });
}

function box(lines: readonly Run[][], { edge, fill, rule }: Readonly<Record<"edge" | "fill" | "rule", string>>): Block {
  const height = lines.length * lineHeight + 16;
  const x = left + inner;
  return {
    height: height + 14,
    draw: (top) =>
      [
        rect(x, top + 7, width - 2 * x, height, { fill, stroke: rule, rx: 4 }),
        rect(x, top + 7, 4, height, { fill: edge }),
        ...lines.map((line, index) => write(x + 18, top + 29 + index * lineHeight, line)),
      ].join("\n"),
  };
}

function drawComment({ comment, lines, firstLine }: Drawing, theme: Theme, body: number): Block {
  const { colour } = theme;
  const [, before = "", suggestion = ""] = /^(.*?)\n+```suggestion\n(.*?)\n```/s.exec(comment.body) ?? [];
  const said = before
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => wrap(parseInline(line.replace(/^- /, "• ")), body - 44));
  const old = lines.slice(comment.startLine - firstLine, comment.line - firstLine + 1);
  const changes = diffArrays(old, suggestion.split("\n")).flatMap(({ value, added, removed }) =>
    value.map((line) => drawLine(line, added ? "added" : removed ? "removed" : "kept", theme)),
  );
  const x = left + inner;
  const headHeight = 26;
  const button = 34;
  const height = headHeight + said.length * lineHeight + 14 + changes.length * lineHeight + button + 12;
  return {
    height: height + 14,
    draw: (top) => {
      const start = top + 7;
      const author: Run[] = [
        { text: "github-actions", style: "bold" },
        { text: " bot", style: "faint" },
      ];
      const from = start + headHeight + said.length * lineHeight + 14;
      const end = from + changes.length * lineHeight;
      return [
        rect(x, start, width - 2 * x, height, { fill: colour("raised"), stroke: colour("rule"), rx: 4 }),
        write(x + 18, start + 22, author),
        ...said.map((line, index) => write(x + 18, start + headHeight + 20 + index * lineHeight, line)),
        ...changes.map((change, index) => change.draw(from + index * lineHeight)),
        rect(width - x - 18 - 150, end + 9, 150, 26, { fill: colour("good"), rx: 5 }),
        `<text x="${width - x - 18 - 75}" y="${end + 26}" text-anchor="middle" class="bold" style="fill:${colour("paper")}">Commit suggestion</text>`,
      ].join("\n");
    },
  };
}

/** The summary as GitHub shows it first: its heading, its policy, the table of workloads, and the titles of what is folded. */
function drawSummary(markdown: string, body: number): Block[] {
  const folded = /<details>\s*<summary>(.*?)<\/summary>.*?<\/details>/gs;
  const closed = [...markdown.matchAll(folded)].map(([, title = ""]) => `\u25b8 ${title.replace(/<[^>]+>/g, "")}`);
  const lines = markdown.replace(folded, "").split("\n");
  const heading = lines.find((line) => line.startsWith("### "))?.slice(4) ?? "";
  const policy = lines.find((line) => line.startsWith("Policy")) ?? "";
  const rows = lines.filter((line) => line.startsWith("| ")).map((line) => line.slice(2, -2).split(/ \| ?/));
  const widths = [0.2, 0.1, 0.11, 0.26, 0.24, 0.09].map((share) => share * body);
  return [
    drawLines([[{ text: heading, style: "title" }]], 8),
    drawLines(wrap(parseInline(policy), body), 8),
    ...rows.map((cells): Block => {
      const wrapped = cells.map((cell, column) => wrap(parseInline(cell), (widths[column] ?? 0) - 8));
      const height = Math.max(...wrapped.map(({ length }) => length)) * lineHeight + 8;
      return {
        height,
        draw: (top: number) => {
          let x = left + inner;
          return wrapped
            .flatMap((cell, column) => {
              const drawn = cell.map((line, index) => write(x, top + 14 + index * lineHeight, line));
              x += widths[column] ?? 0;
              return drawn;
            })
            .join("\n");
        },
      };
    }),
    ...closed.map((line) => drawLines([[{ text: line, style: "plain" }]], 4)),
  ];
}

function drawLines(lines: readonly Run[][], space: number): Block {
  return {
    height: lines.length * lineHeight + space,
    draw: (top) => lines.map((line, index) => write(left + inner, top + 16 + index * lineHeight, line)).join("\n"),
  };
}

/** Reads the bold words and the code of a line of Markdown; what it escapes is text. */
function parseInline(markdown: string): Run[] {
  const parts = markdown.matchAll(/\*\*(.+?)\*\*|`([^`]+)`|((?:(?!\*\*|`).)+)/g);
  return [...parts].map(([, bold, code, plain = ""]): Run => {
    if (bold !== undefined) return { text: bold, style: "bold" };
    if (code !== undefined) return { text: code, style: "code" };
    return { text: plain.replace(/\\([^\w\s])/g, "$1").replaceAll("*", ""), style: "plain" };
  });
}

/** Breaks runs into lines of a width, between words. */
function wrap(runs: readonly Run[], limit: number): Run[][] {
  const words = runs.flatMap(({ text, style }) => text.split(/(?<= )/).map((word): Run => ({ text: word, style })));
  const lines: Run[][] = [[]];
  let used = 0;
  for (const word of words) {
    const size = word.text.length * (word.style === "code" || word.style === "mono" ? letter.mono : letter.sans);
    if (used > 0 && used + size > limit) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(word);
    used += size;
  }
  return lines;
}

function write(x: number, y: number, runs: readonly Run[]): string {
  const spans = runs.map(({ text, style }) =>
    style === "plain" ? escapeXml(text) : `<tspan class="${style}">${escapeXml(text)}</tspan>`,
  );
  return `<text x="${x}" y="${y}" xml:space="preserve">${spans.join("")}</text>`;
}

function rect(
  x: number,
  y: number,
  w: number,
  h: number,
  { fill, stroke, rx }: { readonly fill: string; readonly stroke?: string; readonly rx?: number },
): string {
  const more = `${stroke === undefined ? "" : ` stroke="${stroke}"`}${rx === undefined ? "" : ` rx="${rx}"`}`;
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"${more}/>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
