/** Makes tabs of a list of buttons (`aria-controls` names each panel); gives the name of the open one. Arrow keys move, as in the ARIA patterns. */
export function tabs(list: HTMLElement, onOpen: (name: string) => void): () => string {
  const buttons = [...list.querySelectorAll<HTMLElement>("[role=tab]")];
  const nameOf = (button: HTMLElement | undefined) => button?.dataset.name ?? "";
  const open = (chosen: HTMLElement): void => {
    for (const button of buttons) {
      const isOpen = button === chosen;
      button.setAttribute("aria-selected", String(isOpen));
      button.tabIndex = isOpen ? 0 : -1;
      const panel = document.getElementById(button.getAttribute("aria-controls") ?? "");
      if (panel) panel.hidden = !isOpen;
    }
    onOpen(nameOf(chosen));
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
  return () => nameOf(buttons.find((button) => button.getAttribute("aria-selected") === "true"));
}
