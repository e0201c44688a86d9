import { action } from "./action.ts";
import { pages } from "./pages.ts";
import { startUp } from "./start-up.ts";

for (const benchmark of [startUp, action, pages]) await benchmark();
