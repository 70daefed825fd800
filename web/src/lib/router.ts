/** Where in the workbench the reader is: the address, without a library. `go` leaves a step to come back to. */
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
addEventListener("popstate", () => listeners.forEach((tell) => tell()));

export function go(address: string, replace = false): void {
  if (address === location.pathname + location.search) return;
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  listeners.forEach((tell) => tell());
}

export function useAddress(): { path: string[]; query: URLSearchParams } {
  const here = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => location.pathname + location.search,
  );
  const url = new URL(here, location.origin);
  return { path: url.pathname.split("/").filter((part) => part !== "").map(decodeURIComponent), query: url.searchParams };
}
