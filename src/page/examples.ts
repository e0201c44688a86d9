/** A manifest to start with. Each teaches one lesson. */
export interface Example {
  readonly id: string;
  readonly title: string;
  /** What to look at. */
  readonly lesson: string;
  readonly text: string;
}

export const examples: readonly Example[] = [
  {
    id: "user",
    title: "User and group ids",
    lesson:
      "runAsNonRoot only checks: the image decides which user and group run. One fix is ready to click. The others need ids that you give under “Ids for fixes”.",
    text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: app
          image: registry.example.com/shop/web:1.4.2
          ports:
            - containerPort: 8080
          securityContext:
            allowPrivilegeEscalation: false
            capabilities:
              drop: ["ALL"]
            readOnlyRootFilesystem: true
        - name: metrics
          image: registry.example.com/shop/exporter:0.9.0
          securityContext:
            runAsUser: 0 # overrides what the pod promises
            capabilities:
              drop: ["ALL"]
            readOnlyRootFilesystem: true
`,
  },
  {
    id: "read-only",
    title: "A read-only root and its /tmp",
    lesson:
      "A writable root lets an intruder plant programs. The fix makes it read-only, and gives the process a place to write.",
    text: `apiVersion: v1
kind: Pod
metadata:
  name: thumbnails
spec:
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: app
      image: registry.example.com/shop/thumbnails:3.0.1
      securityContext:
        allowPrivilegeEscalation: false
        capabilities:
          drop: ["ALL"]
        # Try the fix: it brings an emptyDir for /tmp along.
        readOnlyRootFilesystem: false
`,
  },
  {
    id: "capabilities",
    title: "Capabilities",
    lesson:
      "A container that asks for nothing has fourteen capabilities. With a prefix too many, a capability stays that was meant to go.",
    text: `apiVersion: v1
kind: Pod
metadata:
  name: gateway
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: proxy
      image: registry.example.com/platform/proxy:2.31
      ports:
        - containerPort: 443
      securityContext:
        runAsUser: 0
        capabilities:
          drop:
            - CAP_NET_RAW # no such name: NET_RAW stays
          add:
            - NET_BIND_SERVICE
            - NET_ADMIN
    - name: probe
      image: registry.example.com/platform/probe:1.2
      securityContext:
        runAsUser: 10001
        runAsNonRoot: true
        capabilities:
          drop: ["ALL"]
          add: ["NET_RAW"] # only root gets it
`,
  },
  {
    id: "levels",
    title: "Pod against container",
    lesson:
      "The container's field wins over the pod's, and a profile wins as a whole. Some fields do nothing at the wrong level.",
    text: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 4 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          securityContext:
            runAsNonRoot: true
            runAsUser: 10001
            runAsGroup: 10001
            allowPrivilegeEscalation: false # the pod has no such field
            seccompProfile:
              type: RuntimeDefault
          containers:
            - name: report
              image: registry.example.com/shop/report:5.1
              securityContext:
                capabilities:
                  drop: ["ALL"]
                seccompProfile:
                  type: Unconfined # the pod's profile does not count here
                readOnlyRootFilesystem: true
`,
  },
  {
    id: "exception",
    title: "A CNI plugin and its exception",
    lesson:
      "Some workloads must be privileged. The exception stands beside what it allows, with a reason and a last day.",
    text: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: cni-node
  namespace: kube-system
spec:
  selector:
    matchLabels:
      app: cni-node
  template:
    metadata:
      labels:
        app: cni-node
    spec:
      hostNetwork: true # secctx: ignore[host-namespaces] a CNI plugin sets up the node's network
      containers:
        - name: agent
          image: registry.example.com/platform/cni-agent:3.1.0
          # secctx: ignore[privileged] a CNI plugin sets up the node's network; until 2027-06-30
          securityContext:
            privileged: true
          volumeMounts:
            - name: cni-bin
              mountPath: /host/opt/cni/bin
      volumes:
        # secctx: ignore[host-path-volumes] the kubelet reads plugins from here
        - name: cni-bin
          hostPath:
            path: /opt/cni/bin
`,
  },
];
