import { announce, byId } from "./dom.ts";

/** The button that turns the page dark or light; at first the page is as the system is. */
export function themeButton(): void {
  const button = byId("theme");
  button.addEventListener("click", () => {
    const isDark =
      getComputedStyle(document.documentElement).colorScheme === "dark" ||
      (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
    document.documentElement.dataset.theme = isDark ? "light" : "dark";
    announce(isDark ? "Light." : "Dark.");
  });
}
