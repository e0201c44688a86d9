import type { Mark, Site, Template } from "./marks.ts";
import type { TemplateMap } from "./source-map.ts";
import type { TemplateToken } from "./template-lexer.ts";
import type { ValuesFiles, ValuesInForce } from "./values.ts";

/** All that is known of a chart's rendering with marks. */
export interface ChartReading {
  readonly sites: readonly Site[];
  readonly marks: readonly Mark[];
  readonly tokens: ReadonlyMap<Template, readonly TemplateToken[]>;
  readonly map: TemplateMap;
  readonly values: ValuesInForce;
  readonly files: ValuesFiles;
  /** What the user sees for a template. */
  readonly show: (template: Template) => string;
}
