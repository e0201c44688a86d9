import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { measure } from "./measure.ts";

const bundle = join(dirname(import.meta.dirname), "dist", "cli", "index.js");
const runs = 20;
const goals: Readonly<Record<string, number>> = { "--version": 1.3, "check one file": 2.0 };

/** What a user waits for before the first byte is reviewed, as a ratio to the runtime's own start. */
export function startUp(): void {
  if (!existsSync(bundle)) throw new Error("dist/cli/index.js is missing: run `npm run build`");
  const folder = mkdtempSync(join(tmpdir(), "secctx-bench-"));
  try {
    const file = join(folder, "web.yaml");
    writeFileSync(file, deployment);
    for (const node of new Set([process.execPath, ...bareNode()])) compare(node, file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compare(node: string, manifest: string): void {
  const timings = measure(
    [
      { name: "node -e 0", file: node, arguments: ["-e", "0"] },
      { name: "--version", file: node, arguments: [bundle, "--version"] },
      {
        name: "check one file",
        file: node,
        arguments: [bundle, "check", "--format", "json", manifest],
        statuses: [0, 1],
      },
    ],
    runs,
  );
  const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
  console.log(`\nStart-up, Node ${version}, ${runs} runs each      median       min   ratio of medians, of minima`);
  const [floor] = timings;
  for (const { name, median, min } of timings) {
    const goal = goals[name];
    const times = `  ${name.padEnd(36)}${ms(median)}${ms(min)}`;
    if (goal === undefined || floor === undefined) console.log(times);
    else
      console.log(
        `${times}   ${ratio(median / floor.median)}, ${ratio(min / floor.min)} ${verdict(median / floor.median, goal)}`,
      );
  }
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`.padStart(10);
}

function ratio(value: number): string {
  return `${value.toFixed(2)} ×`;
}

function verdict(value: number, goal: number): string {
  return `(goal ${goal.toFixed(1)} ×: ${value <= goal ? "met" : "MISSED"})`;
}

/** The `node` that users have: the first on the PATH that is not this project's own. */
function bareNode(): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => !/[\\/]node_modules[\\/]/.test(folder));
  const found = folders.map((folder) => join(folder, "node")).find(isExecutable);
  return found === undefined ? [] : [found];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A Deployment as people write it, 61 lines. */
export const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  labels:
    app.kubernetes.io/name: web
    app.kubernetes.io/part-of: shop
spec:
  replicas: 3
  revisionHistoryLimit: 5
  selector:
    matchLabels:
      app.kubernetes.io/name: web
  template:
    metadata:
      labels:
        app.kubernetes.io/name: web
        app.kubernetes.io/part-of: shop
    spec:
      serviceAccountName: web
      securityContext:
        fsGroup: 2000
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: app
          image: registry.example.com/shop/web:1.4.2
          args: ["--listen", ":8080"]
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: LOG_LEVEL
              value: info
          resources:
            requests: { cpu: 100m, memory: 128Mi }
            limits: { memory: 256Mi }
          readinessProbe:
            httpGet:
              path: /healthz
              port: http
          securityContext:
            runAsNonRoot: true
            allowPrivilegeEscalation: false
            capabilities:
              drop: ["ALL"]
          volumeMounts:
            - name: cache
              mountPath: /var/cache/web
        - name: metrics
          image: registry.example.com/shop/exporter:0.9.0
          ports:
            - name: metrics
              containerPort: 9113
          securityContext:
            runAsUser: 0
      volumes:
        - name: cache
          emptyDir:
            sizeLimit: 64Mi
`;

if (import.meta.main) startUp();
