import { action } from "./action.ts";
import { images } from "./images.ts";
import { startUp } from "./start-up.ts";

for (const benchmark of [startUp, images, action]) await benchmark();
