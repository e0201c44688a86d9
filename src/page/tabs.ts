/**
 * Turns a list of buttons into tabs; the `aria-controls` of each names its panel. Arrow keys move, as the ARIA patterns want it. Returns a function that
 * tells the name of the open tab.
 */
export function setUpTabs(list: HTMLElement, onOpen: (name: string) => void): () => string {
  const buttons = [...list.querySelectorAll<HTMLElement>("[role=tab]")];
  const getName = (button: HTMLElement | undefined) => button?.dataset.name ?? "";
  const open = (chosen: HTMLElement): void => {
    for (const button of buttons) {
      const isOpen = button === chosen;
      button.setAttribute("aria-selected", String(isOpen));
      button.tabIndex = isOpen ? 0 : -1;
      const panel = document.getElementById(button.getAttribute("aria-controls") ?? "");
      if (panel) panel.hidden = !isOpen;
    }
    onOpen(getName(chosen));
  };
  for (const [index, button] of buttons.entries()) {
    button.addEventListener("click", () => open(button));
    button.addEventListener("keydown", ({ key }) => {
      const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      const next = buttons[(index + step + buttons.length) % buttons.length];
      if (step === 0 || !next) return;
      next.focus();
      open(next);
    });
  }
  return () => getName(buttons.find((button) => button.getAttribute("aria-selected") === "true"));
}
