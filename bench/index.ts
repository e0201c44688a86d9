import { action } from "./action.ts";
import { images } from "./images.ts";
import { pages } from "./pages.ts";
import { startUp } from "./start-up.ts";

for (const benchmark of [startUp, images, action, pages]) await benchmark();
