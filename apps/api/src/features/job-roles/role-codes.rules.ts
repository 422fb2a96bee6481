/** A code made of a name: what makes a thing the same in the next version, so it is never made anew once it is there. */
export function codeFor(name: string, taken: ReadonlySet<string>, before = ''): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
  const code = `${before}${words || 'unnamed'}`;
  if (!taken.has(code)) return code;
  let number = 2;
  while (taken.has(`${code}-${number}`)) number += 1;
  return `${code}-${number}`;
}
