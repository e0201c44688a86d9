import { announce, byId } from "./dom.ts";

/** What every page has: a button that turns it dark or light (at first it is as the system is), and a word for what went wrong. */
export function furnish(): void {
  const { dataset } = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  byId("theme").addEventListener("click", () => {
    const isDark = dataset.theme === undefined ? system.matches : dataset.theme === "dark";
    dataset.theme = isDark ? "light" : "dark";
    announce(isDark ? "Light." : "Dark.");
  });
  addEventListener("error", ({ message }) => complain(message));
  addEventListener("unhandledrejection", ({ reason }) => complain(String(reason)));
}

function complain(message: string): void {
  announce(`This is a bug in secctx, please report it with this line: ${message}`);
}
