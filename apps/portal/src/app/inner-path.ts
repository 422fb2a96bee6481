/** Only addresses of our own: `//elsewhere` would lead away. `/` is where everybody is sent anyway. */
export function innerPath(to: string | null): string | null {
  return to && /^\/(?![/\\])./.test(to) ? to : null;
}
