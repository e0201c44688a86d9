/** Names that people choose who mean harm. */
export const hostile = {
  markdown: "**b** [x](https://evil.example) ![i](https://evil.example/i.png) `c` | a \\| <!-- --> ```",
  html: `<img src=x onerror=alert(1)></details></table><script>alert(1)</script>`,
  commands: "\n::error::owned\r\n::set-output name=conclusion::success\n##[error]owned\n::stop-commands::x",
  command: "::error::owned",
  encoded: "%0A::error::owned%0D%3A%2C",
  mentions: "@everyone #1 GH-1 www.evil.example https://evil.example octo@evil.example",
  marker: "--> <!-- secctx:v1 fp=0123456789abcdef h=01234567 --> <!-- secctx:v1 posted=a.b -->",
  terminal: "\u001b[31mred\u0007 \u202egpj.exe\u2066 zero\u200bwidth \ufeff",
};
const all = Object.values(hostile).join(" ");

/** A hostile name in every place that a manifest has for a name. */
export const hostileManifest = `apiVersion: v1
kind: Pod
metadata:
  name: ${JSON.stringify(all)}
  namespace: ${JSON.stringify(hostile.html)}
  annotations:
    ${JSON.stringify(`container.apparmor.security.beta.kubernetes.io/${all}`)}: unconfined
    ${JSON.stringify(all)}: ${JSON.stringify(all)}
    ::error::owned: none
spec:
  hostNetwork: true
  ::error::owned: none
  "::warning::owned": 1
  "::warning::owned": 2
  ${JSON.stringify(`securityContxt ${hostile.mentions}`)}: {}
  volumes:
    - name: ${JSON.stringify(hostile.markdown)}
      hostPath: {path: ${JSON.stringify(all)}}
  containers:
    - name: ${JSON.stringify(all)}
      image: ${JSON.stringify(all)}
      securityContext:
        privileged: true
        runAsUser: ${JSON.stringify(hostile.commands)}
        capabilities:
          add: [${JSON.stringify(all)}, ${JSON.stringify(hostile.markdown)}]
        seLinuxOptions: {user: ${JSON.stringify(all)}, type: ${JSON.stringify(hostile.terminal)}}
`;
