import { action } from "./action.ts";
import { startUp } from "./start-up.ts";

for (const benchmark of [startUp, action]) await benchmark();
