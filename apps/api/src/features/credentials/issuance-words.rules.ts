const KNOWN: readonly (readonly [RegExp, string])[] = [
  [
    /would not follow Open Badges/,
    'What it would say does not follow the standard, so it was not signed. Put the achievement right, then try it again.',
  ],
  [
    /asks for the key/,
    'It is planned for a key that this worker does not hold. Bring the file of that key back to the host, then try it again.',
  ],
  [
    /free place/,
    'No place was found in the status list. That passes by itself when a new list is opened; try it again.',
  ],
  [
    /status list|status_list/,
    'Its status list could not be signed. Without it nobody could see a withdrawal, so the badge waits.',
  ],
  [
    /EACCES|EROFS|ENOSPC|ENOENT/,
    'The folder of the keys cannot be read or written on the host. Mend that, then try it again.',
  ],
  [
    /\block|deadlock|timeout|terminat|connection/i,
    'The database was busy or away. Nothing is lost; try it again when it is back.',
  ],
];

/** Why an award could not be signed, in words for whoever operates; beside it stands what the program said. */
export function failureInWords(said: string | null): string | null {
  if (said === null) return null;
  return (
    KNOWN.find(([pattern]) => pattern.test(said))?.[1] ??
    'It could not be signed for a reason that nobody has put into words yet. Nothing was issued; the line below is what the program said.'
  );
}
