import type { Problem, Source } from "../yaml/index.ts";

/**
 * Sets aside the templates of Helm charts, which are not YAML until they are rendered. Each chart is one note, by the shard that has its first template.
 * A template that the user named stays: that it can't be read is an error then.
 */
export function setChartsAside(sources: readonly Source[]): { manifests: Source[]; notes: Problem[] } {
  const charts = new Map<string, { first: Source; count: number }>();
  const manifests = sources.filter((source) => {
    const chart = source.named ? undefined : findChart(source);
    if (chart === undefined) return true;
    charts.set(chart, { first: charts.get(chart)?.first ?? source, count: (charts.get(chart)?.count ?? 0) + 1 });
    return false;
  });
  const own = [...charts.values()].filter(({ first }) => !first.elsewhere);
  const notes = own.map(({ first, count }): Problem => {
    const message = `A Helm chart, not evaluated (${count === 1 ? "1 template" : `${count} templates`}): pipe \`helm template\` into \`secctx check -\`.`;
    return { severity: "note", file: first.file, line: 1, message };
  });
  return { manifests, notes };
}

/** The folder of the chart that a template belongs to. */
function findChart({ file, text }: Source): string | undefined {
  if (!file.includes("templates/") || !text.includes("{{")) return undefined;
  return /^(.*?)(^|\/)templates\//.exec(file)?.[1];
}
