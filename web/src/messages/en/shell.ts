/** What the shell says before any screen is there: it comes with the first load, so it is kept small. */
import { app } from "./app";
import { keys } from "./keys";
import { scope } from "./scope";

export const shell = { ...app, ...keys, ...scope } as const;
