import {
  asList,
  asText,
  fromDigestMultibase,
  idOf,
  isObject,
  type JsonObject,
  type JsonValue,
  toHex,
} from '@assay/credential';

/** What a credential says, read from the document alone, so that every page shows what was signed and nothing else. */
export interface ProofFacts {
  readonly holder: string;
  readonly issuer: string;
  readonly name: string;
  /** Every skill that it names, the principal one first. */
  readonly skills: readonly SkillFact[];
  /** What it says by the European descriptors. */
  readonly descriptors: readonly DescriptorFact[];
  readonly level?: { readonly ordinal: string; readonly label: string; readonly most: string };
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly version: string;
  readonly marking: string;
  readonly hours?: string;
  readonly ects?: string;
  readonly eqf?: string;
  readonly demonstration?: string;
  readonly criteria: readonly CriterionFact[];
  readonly evidence: readonly EvidenceFact[];
}

/** A skill as the credential names it: with its level, where one is reached. */
export interface SkillFact {
  readonly name: string;
  readonly framework?: string;
}

/** One of the European descriptors. */
export interface DescriptorFact {
  readonly name: string;
  readonly value: string;
  readonly description?: string;
}

/** One criterion with the level that was reached. */
export interface CriterionFact {
  readonly title: string;
  readonly ordinal: string;
  readonly label: string;
  readonly descriptor: string;
  readonly most: string;
  readonly required?: string;
  readonly met: boolean;
}

/** One piece of evidence. */
export interface EvidenceFact {
  readonly kind: string;
  readonly description: string;
  readonly digest: string;
}

/** Reads the facts. A member that is missing becomes an empty text: what is shown was checked before. */
export function factsOf(document: JsonObject): ProofFacts {
  const subject = objectOf(document.credentialSubject);
  const achievement = objectOf(subject.achievement);
  const issuer = objectOf(document.issuer);
  const alignments = objects(achievement.alignment);
  const eqf = alignments.find(({ targetType }) => targetType === 'ext:EQFLevel');
  const marking = text(subject.narrative);
  return {
    holder: holderOf(subject),
    issuer: asText(issuer.name) ?? idOf(document.issuer) ?? '',
    name: text(achievement.name),
    skills: alignments.filter(isSkill).map(skillOf),
    descriptors: alignments.filter(isDescriptor).map(descriptorOf),
    level: levelOf(subject, achievement),
    validFrom: text(document.validFrom),
    validUntil: asText(document.validUntil),
    version: text(achievement.version),
    marking: marking.replace(/ Learning time: .*$/, ''),
    hours: /Learning time: ([\d.]+) hours/.exec(marking)?.[1],
    ects: typeof achievement.creditsAvailable === 'number' ? String(achievement.creditsAvailable) : undefined,
    eqf: /\/eqf\/(\d)$/.exec(text(eqf?.targetUrl))?.[1],
    demonstration: text(document.name).startsWith('Demonstration: ') ? asText(issuer.description) : undefined,
    criteria: criteriaOf(subject, achievement),
    evidence: objects(document.evidence).map((item) => ({
      kind: asText(item.genre) ?? text(item.name),
      description: text(item.description),
      digest: toHex(fromDigestMultibase(text(item.digestMultibase)) ?? new Uint8Array()).slice(0, 16),
    })),
  };
}

const isDescriptor = ({ targetType }: JsonObject) => text(targetType).startsWith('ext:EU');
const isSkill = (alignment: JsonObject) => alignment.targetType !== 'ext:EQFLevel' && !isDescriptor(alignment);

function skillOf(alignment: JsonObject): SkillFact {
  return { name: text(alignment.targetName), framework: asText(alignment.targetFramework) };
}

function descriptorOf(alignment: JsonObject): DescriptorFact {
  const [name = '', ...value] = text(alignment.targetName).split(': ');
  return { name, value: value.join(': '), description: asText(alignment.targetDescription) };
}

function holderOf(subject: JsonObject): string {
  const name = objects(subject.identifier).find(
    ({ identityType, hashed }) => identityType === 'name' && hashed === false,
  );
  return asText(name?.identityHash) ?? text(subject.id);
}

function levelOf(subject: JsonObject, achievement: JsonObject): ProofFacts['level'] {
  const description = objects(achievement.resultDescription).find(
    ({ resultType }) => resultType === 'PerformanceLevel',
  );
  const value = text(
    objects(subject.result).find(({ resultDescription }) => resultDescription === description?.id)?.value,
  );
  const [, ordinal, label] = /^(\d+) (.+)$/.exec(value) ?? [];
  if (!description || !ordinal || !label) return undefined;
  return { ordinal, label, most: text(asList(description.allowedValue).at(-1)).split(' ')[0] ?? '' };
}

function criteriaOf(subject: JsonObject, achievement: JsonObject): CriterionFact[] {
  return objects(achievement.resultDescription).flatMap((description) => {
    const levels = objects(description.rubricCriterionLevel);
    const result = objects(subject.result).find(({ resultDescription }) => resultDescription === description.id);
    const reached = levels.find(({ id }) => id === result?.achievedLevel);
    if (!reached) return [];
    const required = levels.find(({ id }) => id === description.requiredLevel);
    return [
      {
        title: text(description.name),
        ordinal: text(reached.level),
        label: text(reached.name),
        descriptor: text(reached.description),
        most: text(levels.at(-1)?.level),
        required: asText(required?.level),
        met: !required || Number(reached.level) >= Number(required.level),
      },
    ];
  });
}

function objects(value: JsonValue | undefined): JsonObject[] {
  return asList(value).filter((item) => isObject(item));
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function text(value: JsonValue | undefined): string {
  return asText(value) ?? '';
}
