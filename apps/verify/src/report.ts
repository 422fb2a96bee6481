import {
  asList,
  asText,
  type CheckState,
  isObject,
  type JsonValue,
  type Verdict,
  type Verification,
} from '@assay/credential';

const MARKS: Record<CheckState, string> = { ok: '✓', failed: '✗', warning: '!', 'not-checked': '–' };

const VERDICTS: Record<Verdict, string> = {
  'genuine-and-current': 'Genuine and current.',
  expired: 'Genuine, and it has ended.',
  'not-yet-valid': 'Genuine, and it has not begun.',
  revoked: 'Genuine once, and withdrawn by its issuer. Do not rely on it.',
  suspended: 'Genuine, and suspended by its issuer for now.',
  'unknown-issuer': 'The signature is intact, by an issuer that is not trusted here.',
  'could-not-check': 'Not everything could be checked. This is neither a yes nor a no.',
  broken: 'Do not rely on this. It was changed after it was signed, or never signed by the issuer it names.',
};

/** The findings as lines for a terminal. Of a broken document nothing is shown but what is wrong. */
export function report(document: JsonValue, verification: Verification): string {
  const checks = verification.checks.flatMap(({ state, sentence, details }) => [
    `  ${MARKS[state]} ${sentence}`,
    ...(state === 'ok' ? [] : details.map(({ value }) => `      ${value}`)),
  ]);
  const facts = verification.verdict === 'broken' ? [] : [...factsOf(document), ''];
  return [...facts, ...checks, '', VERDICTS[verification.verdict], ''].join('\n');
}

/** 0 where it may be relied on, 1 where it may not, 2 where that could not be said. */
export function exitCodeOf(verdict: Verdict): number {
  if (verdict === 'genuine-and-current') return 0;
  return verdict === 'could-not-check' ? 2 : 1;
}

function factsOf(document: JsonValue): string[] {
  if (!isObject(document)) return [];
  const issuer = isObject(document.issuer)
    ? (asText(document.issuer.name) ?? asText(document.issuer.id))
    : asText(document.issuer);
  const subject = isObject(document.credentialSubject) ? document.credentialSubject : {};
  const name = asList(subject.identifier).find(
    (entry) => isObject(entry) && entry.identityType === 'name' && entry.hashed === false,
  );
  const holder = isObject(name) ? asText(name.identityHash) : asText(subject.id);
  const dates = [day(document.validFrom), day(document.validUntil)].filter((date) => date !== undefined).join(' to ');
  return [
    printable(asText(document.name) ?? 'A credential'),
    printable(`${holder ?? 'Nobody named'}, by ${issuer ?? 'nobody named'}, ${dates}`),
  ];
}

function day(value: JsonValue | undefined): string | undefined {
  return asText(value)?.slice(0, 10);
}

/** A credential is a stranger's text: it must not be able to move the cursor of the terminal that shows it. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
