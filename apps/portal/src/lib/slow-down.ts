/** Told whenever the server asks us to wait: with the seconds it named. */
type Listener = (seconds: number) => void;

const listeners = new Set<Listener>();

export function onSlowDown(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function tellSlowDown(seconds: number): void {
  for (const listener of listeners) listener(seconds);
}
