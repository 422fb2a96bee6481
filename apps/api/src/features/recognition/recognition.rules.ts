import { asList, asText, isObject, type JsonObject } from '@assay/credential';

/** What a badge from elsewhere says, as far as a page shows it. */
export interface BadgeWords {
  name: string;
  description: string;
  criteria: string;
  criteriaUrl: string | null;
  issuerName: string;
  issuerId: string;
  issuedOn: string | null;
  endsOn: string | null;
  skills: NamedSkill[];
}

/** A skill in the badge's own words. */
export interface NamedSkill {
  name: string;
  url: string | null;
  code: string | null;
}

const MOST_NAMED = 20;
const LONGEST = 2_000;

/** The words of a badge. Long ones are cut: nobody here wrote them. */
export function wordsOf(kept: object): BadgeWords {
  const document = isObject(kept) ? kept : {};
  const subject = objectOf(document.credentialSubject);
  const achievement = objectOf(subject.achievement);
  const criteria = objectOf(achievement.criteria);
  const issuer = objectOf(document.issuer);
  return {
    name: text(achievement.name) || text(document.name),
    description: text(achievement.description),
    criteria: text(criteria.narrative),
    criteriaUrl: webAddress(asText(criteria.id)),
    issuerName: text(issuer.name),
    issuerId: asText(document.issuer) ?? asText(issuer.id) ?? '',
    issuedOn: moment(asText(document.validFrom) ?? asText(document.issuanceDate)),
    endsOn: moment(asText(document.validUntil) ?? asText(document.expirationDate)),
    skills: asList(achievement.alignment)
      .flatMap((each) => (isObject(each) ? [namedSkill(each)] : []))
      .filter(({ name }) => name !== '')
      .slice(0, MOST_NAMED),
  };
}

/** What is looked for among our skills: those that it names, and its own name. */
export function wordsToMatch({ name, skills }: BadgeWords): NamedSkill[] {
  return [...skills.slice(0, 9), { name, url: null, code: null }];
}

/** A badge as a piece of evidence reads. */
export function evidenceWords(words: BadgeWords, verdict: string, checkedOn: string): string {
  const from = words.issuedOn?.slice(0, 10);
  const until = words.endsOn?.slice(0, 10);
  return [
    `Badge “${words.name}” by ${words.issuerName || words.issuerId}${from ? `, issued ${from}` : ''}${until ? `, valid until ${until}` : ''}.`,
    `Imported, and checked against its origin on ${checkedOn}: ${verdict}.`,
    words.description,
    words.criteria && `Criteria: ${words.criteria}`,
  ]
    .filter(Boolean)
    .join('\n\n')
    .slice(0, 10_000);
}

function namedSkill(alignment: JsonObject): NamedSkill {
  const kind = asText(alignment.targetType) ?? '';
  // European descriptors stand among the alignments of our own badges; they are no skills.
  if (/^ext:(EU|EQF)/.test(kind)) return { name: '', url: null, code: null };
  return {
    name: text(alignment.targetName).slice(0, 200),
    url: webAddress(asText(alignment.targetUrl)),
    code: asText(alignment.targetCode)?.slice(0, 200) ?? null,
  };
}

function text(value: JsonObject[string]): string {
  return (asText(value) ?? '').slice(0, LONGEST);
}

function moment(value: string | undefined): string | null {
  const at = Date.parse(value ?? '');
  return Number.isFinite(at) ? new Date(at).toISOString() : null;
}

/** Shown as a link, so nothing but the web. */
function webAddress(value: string | undefined): string | null {
  return value !== undefined && value.length <= LONGEST && /^https?:\/\//i.test(value) && URL.canParse(value)
    ? value
    : null;
}

function objectOf(value: JsonObject[string]): JsonObject {
  const [first] = asList(value);
  return isObject(first) ? first : {};
}
