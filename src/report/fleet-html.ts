import { escapeControls } from "./escape.ts";
import {
  countCell,
  describeFleet,
  type Fleet,
  type FleetRow,
  fleetColumns,
  fleetLegend,
  listFleetCells,
} from "./fleet.ts";

/** Renders the table of repositories and rules as one HTML page, which loads nothing and runs nothing. */
export async function renderFleetHtml(fleet: Fleet): Promise<string> {
  const heads = [...fleetColumns, ...fleet.rules].map(
    (head) => `<th scope="col"><span>${escapeHtml(head)}</span></th>`,
  );
  const rows = fleet.rows.map((row) => renderRow(row, fleet.rules));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${await hash(style)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>secctx: repositories</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>secctx <span>repositories</span></h1>
<p>${escapeHtml(describeFleet(fleet))} ${fleetLegend}</p>
<div class="scroll" tabindex="0" role="region" aria-label="Repositories and rules">
<table>
<thead><tr>${heads.join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</div>
</main>
</body>
</html>
`;
}

function renderRow(row: FleetRow, rules: readonly string[]): string {
  const [gate = "", ...own] = listFleetCells(row);
  const cells = rules.map((rule) => {
    const { failures, others } = countCell(row, rule);
    const shown = [failures > 0 ? `<b>${failures}</b>` : "", others > 0 ? String(others) : ""].filter(Boolean);
    return `<td>${shown.join(" ")}</td>`;
  });
  return [
    `<tr><th scope="row">${escapeHtml(row.repository)}</th>`,
    `<td class="${row.verdict}">${escapeHtml(gate)}</td>`,
    ...own.map((cell) => `<td>${escapeHtml(cell)}</td>`),
    ...cells,
    "</tr>",
  ].join("");
}

function escapeHtml(text: string): string {
  const shown = escapeControls(text);
  return shown.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** In the colours of the other pages. */
const style = `
:root { color-scheme: light dark; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; background: light-dark(#f5f6f8, #14171c); color: light-dark(#1b1f27, #e4e7ec); }
main { padding: 1rem 1.2rem; }
h1 { margin: 0; font-size: 1.1rem; }
h1 span { font-weight: 400; }
.scroll { overflow: auto; max-height: calc(100vh - 8rem); border: 1px solid light-dark(#d6dae1, #363c47); border-radius: 6px; background: light-dark(#fff, #1b1f26); }
table { border-collapse: separate; border-spacing: 0; font-size: 0.9rem; }
th, td { padding: 0.25rem 0.7rem; border-bottom: 1px solid light-dark(#d6dae1, #363c47); text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead th { position: sticky; top: 0; z-index: 1; vertical-align: bottom; background: inherit; font-weight: 400; }
thead tr { background: light-dark(#fff, #1b1f26); }
thead th:nth-child(n + ${fleetColumns.length + 1}) span { writing-mode: vertical-rl; transform: rotate(180deg); }
tbody th, thead th:first-child { position: sticky; left: 0; background: light-dark(#fff, #1b1f26); text-align: left; }
thead th:first-child { z-index: 2; }
.fail { color: light-dark(#b3261e, #ff8a80); font-weight: 600; }
.error { color: light-dark(#7a4b00, #ffc069); font-weight: 600; }
.pass { color: light-dark(#17703c, #7fd6a1); }
b { color: light-dark(#b3261e, #ff8a80); }
`;
