import type { IssuancePlan } from './issuance-plan.js';
import { asList, isObject, type JsonObject, type JsonValue } from './json.js';
import { holderValues } from './open-badge.js';
import type { Slot, Source } from './quad-template.js';

/** Far more than are issued one after another. */
const MOST_KINDS = 500;

/** A badge by its plan. What a plan says of the achievement is the shape, what it says of the holder goes into the slots. */
export function badgeSource(plan: IssuancePlan, whole: () => JsonObject, shapes = new BadgeShapes()): Source {
  return { shape: shapes.of(plan), values: holderValues(plan), whole, slotsOf: slotsOfBadge };
}

/**
 * The shapes of plans. Writing one down takes longer than looking that a plan says the same as the last of its kind, and hundreds
 * say the same one after another.
 */
export class BadgeShapes {
  private readonly last = new Map<string, { plan: IssuancePlan; shape: string }>();

  of(plan: IssuancePlan): string {
    const kind = `${plan.achievement.id} ${plan.evidence.length}`;
    const known = this.last.get(kind);
    if (known && isOfOneShape(known.plan, plan)) return known.shape;
    if (this.last.size >= MOST_KINDS) this.last.clear();
    const shape = shapeOf(plan);
    this.last.set(kind, { plan, shape });
    return shape;
  }
}

/** What is equal here differs in its slots only. */
const COMMON = ['achievement', 'issuer', 'demonstration'] as const;
const NAMED = ['evidence', 'status', 'validUntil'] as const;

function shapeOf(plan: IssuancePlan): string {
  const criteria = plan.criteria.map(({ achievedLevel: _reached, ...criterion }) => criterion);
  return JSON.stringify([
    ...COMMON.map((member) => plan[member] ?? null),
    ...[criteria, plan.evidence.length],
    ...NAMED.map((member) => plan[member] !== undefined),
  ]);
}

function isOfOneShape(one: IssuancePlan, other: IssuancePlan): boolean {
  return (
    one.evidence.length === other.evidence.length &&
    NAMED.every((member) => (one[member] === undefined) === (other[member] === undefined)) &&
    COMMON.every((member) => isSame(one[member], other[member])) &&
    one.criteria.length === other.criteria.length &&
    one.criteria.every((criterion, nth) => isSame(criterion, other.criteria[nth], 'achievedLevel'))
  );
}

/** Whether two values of JSON say the same, leaving out one member of the outermost. Loops, since this is asked of every badge. */
function isSame(one: unknown, other: unknown, but?: string): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    for (let nth = 0; nth < one.length; nth += 1) if (!isSame(one[nth], other[nth])) return false;
    return true;
  }
  if (!isObject(one) || !isObject(other)) return false;
  let left = 0;
  for (const member in one) {
    left += 1;
    if (member !== but && !isSame(one[member], other[member])) return false;
  }
  for (const _ in other) left -= 1;
  return left === 0;
}

/** The options of a proof. */
export function proofSource(options: JsonObject): Source {
  return {
    shape: JSON.stringify(
      Object.entries(options).map(([member, value]) => (member in PROOF_SLOTS ? member : [member, value])),
    ),
    values: slotsOfProof(options).map(({ holder, member }) => holder[member]),
    whole: () => ({ ...options }),
    slotsOf: slotsOfProof,
  };
}

/** Where badges of one version differ. Whoever adds a member to badges that differs by holder names it here, or is only slower. */
export function slotsOfBadge(document: JsonObject): Slot[] {
  const subject = isObject(document.credentialSubject) ? document.credentialSubject : {};
  const status = isObject(document.credentialStatus) ? document.credentialStatus : {};
  return [
    ...slotsIn(document, { id: 'iri', validFrom: 'time', validUntil: 'time' }),
    ...slotsIn(subject, { id: 'iri', narrative: 'text' }),
    ...asList(subject.identifier).flatMap((node) => slotsIn(node, { identityHash: 'text' })),
    ...asList(subject.result).flatMap((node) => slotsIn(node, { id: 'iri', achievedLevel: 'iri', value: 'text' })),
    ...asList(document.evidence).flatMap((node) =>
      slotsIn(node, { id: 'iri', name: 'text', genre: 'text', description: 'text', digestMultibase: 'text' }),
    ),
    ...slotsIn(status, { id: 'iri', statusListIndex: 'text', statusListCredential: 'iri' }),
  ];
}

const PROOF_SLOTS = { created: 'time', verificationMethod: 'iri' } as const;

/** Where the options of proofs differ. */
export function slotsOfProof(options: JsonObject): Slot[] {
  return slotsIn(options, PROOF_SLOTS);
}

function slotsIn(node: JsonValue, members: Readonly<Record<string, Slot['kind']>>): Slot[] {
  const slots: Slot[] = [];
  if (!isObject(node)) return slots;
  for (const member in members) {
    const kind = members[member];
    if (kind && node[member] !== undefined) slots.push({ holder: node, member, kind });
  }
  return slots;
}
