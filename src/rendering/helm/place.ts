import {
  type Document,
  endOfLine,
  type Location,
  lineText,
  locate,
  locationOf,
  type Path,
  type Placement,
  type Range,
  startOfLine,
  valueAt,
  withLines,
} from "../../yaml/index.ts";
import type { ChartReading } from "./chart-reading.ts";
import { type Feed, findFeed } from "./feeds.ts";
import type { Site, Template } from "./marks.ts";
import { findMissingFeed } from "./missing-feeds.ts";
import type { Frame, SourceOrigin } from "./source-map.ts";
import { placeOfValue } from "./values.ts";

/** Where a person would edit what stands at a range of a rendered document, or is missing at a path; nothing where the marks are not believed. */
export function placeInChart(
  document: Document,
  path: Path,
  range: Range,
  reading: ChartReading,
): Placement | undefined {
  const found = locate(document, path);
  const { map } = reading;
  if (found.exists) {
    const origin = originOfValue(document, found.value, reading) ?? map.originAt(range.start);
    if (!origin) return undefined;
    const feed = origin.frame && !origin.literal ? findFeed(document, path, origin.frame, reading) : undefined;
    if (feed) return placeFeed(feed, document, range, reading);
    if (!origin.literal) return placeOrigin(origin, document, range, reading);
  } else {
    const missing = findMissingFeed(document, path, found.depth, reading, "written");
    if (missing) return placeFeed(missing, document, range, reading);
  }
  const origin = map.originAt(range.start);
  const feed =
    origin && !origin.literal && origin.frame
      ? findFeed(document, path.slice(0, found.depth), origin.frame, reading)
      : undefined;
  if (feed) return placeFeed(feed, document, range, reading);
  return origin && placeOrigin(origin, document, range, reading);
}

/** Where a value comes from: of a text in quotes, and of a list or mapping, what is in it. */
export function originOfValue({ text }: Document, value: Range, { map }: ChartReading): SourceOrigin | undefined {
  const end = Math.min(value.end, endOfLine(text, value.start));
  let literal: SourceOrigin | undefined;
  let output: SourceOrigin | undefined;
  for (let at = value.start; at < end; at++) {
    const origin = map.originAt(at);
    if (origin?.literal && !/["'\s]/.test(text.charAt(at))) literal ??= origin;
    else if (origin && !origin.literal) output ??= origin;
  }
  return literal && output ? (literal.order < output.order ? literal : output) : (output ?? literal);
}

function placeFeed(
  { value, frame, printer }: Feed,
  document: Document,
  range: Range,
  reading: ChartReading,
): Placement {
  const site = reading.sites[frame.site];
  const action = printer ?? site?.token;
  const here =
    site && action ? [{ location: locationIn(site.template, action.range, reading), message: "rendered here" }] : [];
  const written = valueAt(value.document.value, value.path);
  const inner = typeof written === "string" && written.includes("\n") ? lineIn(value, document, range) : undefined;
  const place = inner ?? placeOfValue(value);
  return { ...place, via: [...here, ...includesOf(frame.parent, reading), ...(place.via ?? [])] };
}

/** The line of a text of several lines, a template in the values, that is the rendered one. */
function lineIn(placed: Feed["value"], rendered: Document, { start }: Range) {
  const { document, path } = placed;
  const wanted = lineText(rendered, start).trim();
  const { value } = locate(document, path);
  const found: Range[] = [];
  for (
    let at = startOfLine(document.text, value.start);
    at < value.end;
    at = document.text.indexOf("\n", at) + 1 || value.end
  ) {
    const line = document.text.slice(at, endOfLine(document.text, at));
    if (line.trim() === wanted)
      found.push({ start: at + line.indexOf(wanted), end: at + line.indexOf(wanted) + wanted.length });
  }
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  return placeOfValue(placed, only);
}

function placeOrigin(
  { frame, literal }: SourceOrigin,
  document: Document,
  range: Range,
  reading: ChartReading,
): Placement | undefined {
  if (literal) {
    const { template } = literal.site;
    const wanted = document.text.slice(range.start, Math.min(range.end, endOfLine(document.text, range.start)));
    const { text } = template;
    const end = endOfLine(text, literal.offset);
    const isWhole = text.startsWith(wanted, literal.offset);
    // Where actions stand in the line, what is left of it.
    const stop = isWhole
      ? literal.offset + wanted.length
      : literal.offset + text.slice(literal.offset, end).trimEnd().length;
    const place = { start: literal.offset, end: Math.max(stop, literal.offset + 1) };
    return { ...placeInTemplate(template, place, reading), via: includesOf(frame, reading), isExact: true };
  }
  const site = frame && reading.sites[frame.site];
  if (!frame || !site) return undefined;
  return {
    ...placeInTemplate(site.template, site.token.range, reading),
    via: includesOf(frame.parent, reading),
    isExact: true,
  };
}

function includesOf(frame: Frame | undefined, reading: ChartReading): Placement["via"] {
  const via: { location: Location; message: string }[] = [];
  for (let at = frame; at; at = at.parent) {
    const site: Site | undefined = reading.sites[at.site];
    if (site) via.push({ location: locationIn(site.template, site.token.range, reading), message: "included here" });
  }
  return via;
}

function placeInTemplate(template: Template, range: Range, reading: ChartReading) {
  return {
    location: locationIn(template, range, reading),
    excerpt: template.text.slice(startOfLine(template.text, range.start), endOfLine(template.text, range.start)),
  };
}

function locationIn(template: Template, range: Range, { show }: ChartReading): Location {
  return locationOf({ ...withLines(template.text), file: show(template) }, range);
}
