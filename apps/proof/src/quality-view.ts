import {
  fillSentence,
  type Provenance,
  type QualityFinding,
  type QualityProfile,
  type QualityStatus,
} from '@assay/credential';
import { type Html, html } from './html.js';
import { type Language, type MessageKey, say, sayDay } from './messages.js';

const STATUS: Record<QualityStatus, { word: MessageKey; shape: string }> = {
  met: { word: 'statusMet', shape: 'M2.5 8.5l3.8 4L13.5 4' },
  partial: { word: 'statusPartial', shape: 'M3 8h5M8 3a5 5 0 0 1 0 10' },
  'not-met': { word: 'statusNotMet', shape: 'M3.5 3.5l9 9M12.5 3.5l-9 9' },
  'not-stated': { word: 'statusNotStated', shape: 'M3 8h10' },
  'not-applicable': { word: 'statusNotApplicable', shape: 'M3 8h10' },
  shown: { word: 'statusShown', shape: 'M8 3v1.6M8 7v6' },
};

const PROVENANCE: Record<Provenance, MessageKey> = {
  signed: 'fromSigned',
  checked: 'fromChecked',
  counted: 'fromCounted',
  register: 'fromRegister',
  holder: 'fromHolder',
};

/** What a credential is worth: one line of counts, and every question with its answer and where that comes from. */
export function renderQuality(profile: QualityProfile, language: Language, computed: 'here' | 'there'): Html {
  const { met, partial, 'not-stated': missing, 'not-applicable': none, shown } = profile.counts;
  const all = profile.fields.length - none - shown;
  const counts = say(language, 'qualityCounts', {
    ...{ met: String(met), all: String(all), partial: String(partial), missing: String(missing) },
  });
  const rows = profile.fields.map((each) => row(each, language));
  return html`<details class="quality" id="quality"><summary><span>${counts}</span> <span class="more">${say(language, 'qualityAll')}</span></summary><ol>${rows}</ol><p class="hint">${figures(profile, language, computed)}</p></details>`;
}

function row({ field, status, provenance, key, values }: QualityFinding, language: Language): Html {
  const { word, shape } = STATUS[status];
  const mark = html`<svg class="state" viewBox="0 0 16 16" aria-hidden="true"><path d="${shape}" fill="none" stroke="currentColor" stroke-width="1.6"/></svg>`;
  const from = provenance && html`<small>${say(language, PROVENANCE[provenance])}</small>`;
  return html`<li class="${status}"><b>${language.qualityFields[field]}</b><span class="status">${mark}${say(language, word)}</span><p>${fillSentence(language.quality[key], shownValues(values, language))} ${from}</p></li>`;
}

/** Days are written as people write them. */
function shownValues(values: QualityFinding['values'], language: Language): Record<string, string> {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    /^\d{4}-\d{2}-\d{2}$/.test(value) ? sayDay(language, value) : value,
  ]);
  return Object.fromEntries(shown) as Record<string, string>;
}

function figures(
  { index, transparency, weights }: QualityProfile,
  language: Language,
  computed: 'here' | 'there',
): string {
  if (index === undefined) return say(language, 'qualityNoIndex');
  return say(language, computed === 'here' ? 'qualityIndexHere' : 'qualityIndex', {
    index: String(Math.round(index * 100)),
    transparency: String(Math.round(transparency * 100)),
    weights: String(weights),
  });
}
