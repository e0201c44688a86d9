import { startUp } from "./start-up.ts";

for (const benchmark of [startUp]) benchmark();
