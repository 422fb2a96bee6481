/** What was, what is, and what was taken back. */
export interface History<Value> {
  past: readonly Value[];
  present: Value;
  future: readonly Value[];
}

// More steps than anybody takes back, few enough to hold in memory without a thought.
const STEPS = 200;

export function startOf<Value>(present: Value): History<Value> {
  return { past: [], present, future: [] };
}

export function record<Value>(history: History<Value>, present: Value): History<Value> {
  if (present === history.present) return history;
  return { past: [...history.past.slice(1 - STEPS), history.present], present, future: [] };
}

export function undo<Value>(history: History<Value>): History<Value> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future] };
}

export function redo<Value>(history: History<Value>): History<Value> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future };
}
