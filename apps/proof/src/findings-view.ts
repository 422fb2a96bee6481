import {
  type Check,
  type CheckState,
  type Detail,
  fillSentence,
  type Verdict,
  type Verification,
} from '@assay/credential';
import { factsOf, type ProofFacts } from './facts.js';
import { type Html, html } from './html.js';
import { type Language, type MessageKey, say, sayDay, sayTime } from './messages.js';

/** How a verdict looks: its colour and its mark. */
export type Tone = 'accent' | 'amber' | 'grey' | 'red';

const TONES: Record<Verdict, Tone> = {
  'genuine-and-current': 'accent',
  expired: 'amber',
  'not-yet-valid': 'amber',
  suspended: 'amber',
  'unknown-issuer': 'amber',
  'could-not-check': 'grey',
  revoked: 'red',
  broken: 'red',
};

const NO_FACTS = factsOf({});

/** The tone of a verdict. */
export function toneOf(verdict: Verdict): Tone {
  return TONES[verdict];
}

/** The verdict as one sentence with its mark. */
export function renderVerdict(
  verification: Verification,
  facts: ProofFacts,
  language: Language,
  of: 'badge' | 'endorsement' = 'badge',
): Html {
  const tone = toneOf(verification.verdict);
  return html`<div class="verdict ${tone}" id="verdict" role="status">${verdictMark(tone)}<p>${verdictSentence(verification, facts, language, of)}</p></div>`;
}

/** All that is shown of a credential whose signature does not hold. It names nobody and nothing. */
export function renderBrokenSheet(verification: Verification, language: Language): Html {
  const checks = renderChecks(verification, language, 'checked');
  const technical = html`<details class="technical"><summary>${say(language, 'technical')}</summary>${checks}</details>`;
  const advice = html`<ul class="advice"><li>${say(language, 'askNewLink')}</li><li>${say(language, 'askOrganisation')}</li></ul>`;
  return html`<article class="sheet red">${renderVerdict(verification, NO_FACTS, language)}<p>${say(language, 'brokenHides')}</p><h2>${say(language, 'whatYouCanDo')}</h2>${advice}${technical}</article>`;
}

/** The list of checks, each a sentence that unfolds. The same on the server and in the browser's own check. */
export function renderChecks(verification: Verification, language: Language, where: 'checked' | 'checkedHere'): Html {
  const values = { date: sayDay(language, verification.checkedAt), time: sayTime(language, verification.checkedAt) };
  return html`<h2>${say(language, where, values)}</h2><ul class="checks">${verification.checks.map((check) => renderCheck(check, language))}</ul>`;
}

function renderCheck(check: Check, language: Language): Html {
  const sentence = fillSentence(language.sentences[check.key], check.values);
  const line = html`${stateMark(check.state, language)}<span>${sentence}</span>`;
  const details = [
    ...check.details.map((detail) => ({ label: labelOf(detail), value: detail.value })),
    ...meaning(check, language),
  ];
  if (details.length === 0) return html`<li class="${check.state}"><div class="line">${line}</div></li>`;
  const rows = details.map(({ label, value }) => html`<dt>${say(language, label)}</dt><dd>${value}</dd>`);
  return html`<li class="${check.state}"><details${check.state === 'ok' ? '' : html` open`}><summary class="line">${line}</summary><dl>${rows}</dl></details></li>`;
}

function meaning(check: Check, language: Language): { label: MessageKey; value: string }[] {
  return check.key === 'signatureOk' ? [{ label: 'detailMeans', value: say(language, 'meansOneLetter') }] : [];
}

const LABELS: Record<Detail['label'], MessageKey> = {
  method: 'detailMethod',
  key: 'detailKey',
  means: 'detailMeans',
  foundIn: 'detailFoundIn',
  name: 'detailName',
  list: 'detailList',
  from: 'detailFrom',
  until: 'detailUntil',
  reason: 'detailReason',
  problem: 'detailProblem',
  contexts: 'detailContexts',
};

function labelOf({ label }: Detail): MessageKey {
  return LABELS[label];
}

/** Why "could not check" is said depends on what could not be; every other verdict has one sentence. */
export function verdictSentence(
  { verdict, checks }: Verification,
  facts: ProofFacts,
  language: Language,
  of: 'badge' | 'endorsement' = 'badge',
): string {
  const statusOnly = checks.every(({ name, state }) => name === 'status' || state !== 'not-checked');
  const badge = of === 'badge';
  const keys: Record<Verdict, MessageKey> = {
    'genuine-and-current': badge ? 'verdictGenuine' : 'verdictEndorsement',
    expired: badge ? 'verdictExpired' : 'verdictEndorsementEnded',
    'not-yet-valid': badge ? 'verdictNotYet' : 'verdictEndorsementNotYet',
    revoked: badge ? 'verdictRevoked' : 'verdictEndorsementWithdrawn',
    suspended: 'verdictSuspended',
    'unknown-issuer': 'verdictUnknown',
    'could-not-check': statusOnly ? 'verdictNoStatus' : 'verdictNoIssuer',
    broken: 'verdictBroken',
  };
  const day = verdict === 'expired' ? facts.validUntil : facts.validFrom;
  const registered = checks.find(({ key }) => key === 'issuerRegistered')?.values.issuer;
  return say(language, keys[verdict], {
    issuer: registered ?? facts.issuer,
    holder: facts.holder,
    date: day ? sayDay(language, day) : '',
  });
}

const OCTAGON = 'M8 1.5h10L24.5 8v10L18 24.5H8L1.5 18V8z';

/** Every tone has a shape of its own, so that nothing hangs on colour. */
export function verdictMark(tone: Tone): Html {
  const marks: Record<Tone, Html> = {
    accent: html`<path d="${OCTAGON}" fill="currentColor"/><path d="M7.5 13.5l4 4 7.5-8" fill="none" stroke="var(--surface)" stroke-width="3"/>`,
    amber: html`<path d="${OCTAGON}" fill="none" stroke="currentColor" stroke-width="2.6"/><path d="M13 7v7.5M13 17v2.6" fill="none" stroke="currentColor" stroke-width="2.6"/>`,
    grey: html`<path d="${OCTAGON}" fill="none" stroke="currentColor" stroke-width="2.4" stroke-dasharray="4 3.2"/><path d="M8.5 13h9" fill="none" stroke="currentColor" stroke-width="2.4"/>`,
    red: html`<path d="${OCTAGON}" fill="currentColor"/><path d="M9 9l8 8M17 9l-8 8" fill="none" stroke="var(--surface)" stroke-width="2.8"/>`,
  };
  return html`<svg class="mark" viewBox="0 0 26 26" aria-hidden="true">${marks[tone]}</svg>`;
}

function stateMark(state: CheckState, language: Language): Html {
  const words: Record<CheckState, MessageKey> = {
    ok: 'stateOk',
    failed: 'stateFailed',
    warning: 'stateWarning',
    'not-checked': 'stateNotChecked',
  };
  const shapes: Record<CheckState, string> = {
    ok: 'M2.5 8.5l3.8 4L13.5 4',
    failed: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
    warning: 'M8 2L15 14H1zM8 6.5v3.6M8 11.4v1.2',
    'not-checked': 'M3 8h10',
  };
  return html`<svg class="state" viewBox="0 0 16 16" role="img" aria-label="${say(language, words[state])}"><path d="${shapes[state]}" fill="none" stroke="currentColor" stroke-width="1.6"/></svg>`;
}
