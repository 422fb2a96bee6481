/** A statement that is asked this often in the life of a process will be asked again. */
const OFTEN = 10;
/** Each connection keeps its plans of these: some ten to a hundred kilobytes each. */
const MOST_NAMED = 150;
/** Texts that are put together anew each time must not fill the memory. */
const MOST_COUNTED = 2_000;

const names = new Map<string, string>();
const counted = new Map<string, number>();

/**
 * The statement with a name once it was asked often. The driver has a connection read and plan what it knows by name only
 * once: with the rules of rows in every statement, that took several times as long as what was asked for.
 */
export function named(text: string): string | { name: string; text: string } {
  const known = names.get(text);
  if (known !== undefined) return { name: known, text };
  if (names.size >= MOST_NAMED) return text;
  const times = (counted.get(text) ?? 0) + 1;
  if (times < OFTEN) {
    if (counted.size >= MOST_COUNTED) counted.clear();
    counted.set(text, times);
    return text;
  }
  counted.delete(text);
  const name = `often_${names.size}`;
  names.set(text, name);
  return { name, text };
}
