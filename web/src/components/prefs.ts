/** What this browser remembers of how somebody likes to work; never anything of the study. */
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

export function getPreference(name: string, fallback: string): string {
  return localStorage.getItem(`crosscase.${name}`) ?? fallback;
}

export function usePreference(name: string, fallback: string): [string, (value: string) => void] {
  const value = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => getPreference(name, fallback),
  );
  return [
    value,
    (next) => {
      localStorage.setItem(`crosscase.${name}`, next);
      listeners.forEach((tell) => tell());
    },
  ];
}
