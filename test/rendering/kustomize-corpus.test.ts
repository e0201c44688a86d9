import { join } from "node:path";
import { expect, it } from "vitest";
import { defaultPolicy } from "../../src/policy/index.ts";
import { buildOverlay } from "../../src/rendering/kustomize/build.ts";
import { carryToOverlayFiles } from "../../src/rendering/kustomize/fixes.ts";
import { readKustomization } from "../../src/rendering/kustomize/kustomizations.ts";
import { review } from "../../src/review/review.ts";
import type { WantedFix } from "../../src/review/source-edits.ts";
import { read, type Source, withFullReader } from "../../src/yaml/index.ts";
import { corpus, noCorpus } from "../corpus.ts";
import { builders, optionsFor } from "./overlays.ts";

const roots = [
  "kubernetes-manifests",
  "kustomize",
  "kustomize/tests/memorystore-with-all-components",
  "kustomize/tests/service-mesh-istio-with-all-components",
  "kustomize/tests/spanner-with-all-components",
];

it("real overlays: every finding has its line, five roots share most lines, and every fix is made there", async ({
  skip,
}) => {
  const [builder] = builders;
  skip(noCorpus !== undefined, noCorpus);
  if (!builder || builder.missing !== undefined) return skip(builder?.missing);
  const options = optionsFor(join(corpus, "microservices-demo"), builder.tool);
  const sources: Source[] = [];
  const wanted: WantedFix[] = [];
  const places = new Set<string>();
  for (const root of roots) {
    const kustomization = await withFullReader(() => readKustomization(join(options.repository, root), options));
    const built = kustomization.uses && (await buildOverlay(kustomization, { loadRestrictor: "root" }, options));
    if (!built?.source) throw new Error(JSON.stringify(built ?? kustomization));
    const { rendering, ...plain } = built.source;
    const { documents } = await withFullReader(() => read(plain));
    const { findings } = await review([plain], null, defaultPolicy);
    for (const { rule, path, location, fix, document: index } of findings) {
      const document = documents.find((each) => each.index === index);
      const place = document && rendering?.place(document, path, location.range);
      expect(place).toMatchObject({ isExact: true });
      places.add(`${place?.location.file}:${place?.location.start.line} ${rule.id}`);
      const id = `${root} ${rule.id} ${path} ${index}`;
      if (fix && document) wanted.push({ id, finding: id, document, patches: fix.patches });
    }
    sources.push(built.source);
  }
  expect([wanted.length, places.size]).toEqual([60, 24]);
  const { fixes, texts } = await carryToOverlayFiles(sources, wanted, options, async () => undefined);
  expect([...fixes].filter(([, fix]) => "declined" in fix)).toEqual([]);
  expect(texts.size).toBe(22);
}, 120_000);
