import { achievementsIn, creditsOf, type FactsOf, type StackPart, type StackRule } from './stack.js';

/** Sets of achievements are bits of one number: more than these do not fit, and no rule that people understand has more. */
export const MOST_ACHIEVEMENTS = 30;
/** Steps of a search after which it gives up: a few hundredths of a second. */
const MOST_STEPS = 200_000;
// Credits are decimal fractions: three times .1 must still reach .3.
const ROUNDING = 1e-9;

/** A part with its achievements as bits. */
type Node =
  | { kind: 'one'; bits: number }
  | { kind: 'some'; n: number; of: Node[]; bits: number; apart: boolean }
  | { kind: 'credits'; min: number; worth: { bit: number; credits: number }[]; bits: number };

export class TooManyWays extends Error {}

/** A rule prepared for being asked many times. */
export class StackSearch {
  readonly ids: readonly string[];
  private readonly root: Node;
  private readonly pairs: [number, number][];
  private steps = 0;

  constructor(
    private readonly rule: StackRule,
    private readonly factsOf: FactsOf,
  ) {
    this.ids = achievementsIn(rule.asks);
    if (this.ids.length > MOST_ACHIEVEMENTS) throw new TooManyWays();
    this.root = this.nodeOf(rule.asks);
    this.pairs = rule.notBoth
      .map(([a, b]): [number, number] => [this.bitOf(a), this.bitOf(b)])
      .filter(([a, b]) => a !== 0 && b !== 0 && a !== b);
  }

  get everything(): number {
    return this.ids.length === 0 ? 0 : 2 ** this.ids.length - 1;
  }

  bitsOf(held: Iterable<string>): number {
    let bits = 0;
    for (const id of held) bits |= this.bitOf(id);
    return bits;
  }

  namesOf(bits: number): string[] {
    return this.ids.filter((_id, index) => bits & (1 << index));
  }

  /** Whether these achievements complete the rule. */
  isComplete(held: number): boolean {
    if (this.fewest(this.root, held, 0) > 0) return false;
    if (this.pairs.length === 0 && !this.rule.countedOnce) return true;
    for (const counted of this.withoutPairs(held, 0))
      if (this.rule.countedOnce ? this.canBeDealt(counted) : this.fewest(this.root, counted, 0) === 0) return true;
    return false;
  }

  /** No completion is smaller than this; infinite when there is none. */
  atLeastMissing(held: number): number {
    return this.fewest(this.root, held, this.everything & ~held);
  }

  /** Every set of exactly `size` more that completes the rule, in the order of the rule. */
  *completions(held: number, size: number): Generator<number> {
    const open = this.ids.map((_id, index) => 1 << index).filter((bit) => !(held & bit));
    yield* this.chosen(held, 0, open, 0, size);
  }

  private *chosen(
    held: number,
    picked: number,
    open: readonly number[],
    from: number,
    size: number,
  ): Generator<number> {
    this.step();
    if (size === 0) {
      if (this.isComplete(held | picked)) yield picked;
      return;
    }
    let rest = 0;
    for (const bit of open.slice(from)) rest |= bit;
    for (let index = from; index < open.length; index++) {
      if (this.fewest(this.root, held | picked, rest) > size) return;
      const bit = open[index] ?? 0;
      rest &= ~bit;
      if (this.fewest(this.root, held | picked | bit, rest) <= size - 1)
        yield* this.chosen(held, picked | bit, open, index + 1, size - 1);
    }
  }

  /** A bound from below: how many of `open` this part needs at least beside what is held. */
  private fewest(node: Node, held: number, open: number): number {
    this.step();
    if (node.kind === 'one') return node.bits & held ? 0 : node.bits & open ? 1 : Number.POSITIVE_INFINITY;
    if (node.kind === 'credits') {
      let missing = node.min;
      for (const { bit, credits } of node.worth) if (bit & held) missing -= credits;
      let count = 0;
      for (const { bit, credits } of node.worth) {
        if (missing <= ROUNDING) break;
        if (!(bit & open) || bit & held) continue;
        missing -= credits;
        count++;
      }
      return missing <= ROUNDING ? count : Number.POSITIVE_INFINITY;
    }
    if (node.n > node.of.length) return Number.POSITIVE_INFINITY;
    const needs = node.of
      .map((each) => this.fewest(each, held, open))
      .sort((a, b) => a - b)
      .slice(0, node.n);
    // Parts that share no achievement cannot help each other: what they need adds up.
    if (node.apart || this.rule.countedOnce) return needs.reduce((sum, each) => sum + each, 0);
    return needs.at(-1) ?? 0;
  }

  /** The largest sets in which of no pair both are left. */
  private *withoutPairs(held: number, from: number): Generator<number> {
    this.step();
    for (let index = from; index < this.pairs.length; index++) {
      const [a, b] = this.pairs[index] ?? [0, 0];
      if (!(held & a) || !(held & b)) continue;
      yield* this.withoutPairs(held & ~a, index + 1);
      yield* this.withoutPairs(held & ~b, index + 1);
      return;
    }
    yield held;
  }

  private canBeDealt(held: number): boolean {
    for (const _used of this.uses(this.root, held)) return true;
    return false;
  }

  /** Every smallest way of meeting the part from what is free. */
  private *uses(node: Node, free: number): Generator<number> {
    this.step();
    if (node.kind === 'one') {
      if (node.bits & free) yield node.bits;
    } else if (node.kind === 'credits') {
      const worth = node.worth.filter(({ bit }) => bit & free);
      yield* this.sums(worth, 0, node.min, 0);
    } else yield* this.deals(node.of, 0, node.n, free, 0);
  }

  private *deals(parts: readonly Node[], from: number, wanted: number, free: number, used: number): Generator<number> {
    if (wanted === 0) yield used;
    if (wanted === 0 || parts.length - from < wanted) return;
    const part = parts[from];
    if (!part) return;
    if (this.fewest(part, free, 0) === 0)
      for (const spent of this.uses(part, free))
        yield* this.deals(parts, from + 1, wanted - 1, free & ~spent, used | spent);
    yield* this.deals(parts, from + 1, wanted, free, used);
  }

  /** Largest first: a set that reaches the sum then holds nothing that it could spare. */
  private *sums(
    worth: readonly { bit: number; credits: number }[],
    from: number,
    missing: number,
    used: number,
  ): Generator<number> {
    this.step();
    if (missing <= ROUNDING) {
      yield used;
      return;
    }
    let left = 0;
    for (const { credits } of worth.slice(from)) left += credits;
    for (let index = from; index < worth.length && left >= missing - ROUNDING; index++) {
      const { bit, credits } = worth[index] ?? { bit: 0, credits: 0 };
      yield* this.sums(worth, index + 1, missing - credits, used | bit);
      left -= credits;
    }
  }

  private step(): void {
    if (++this.steps > MOST_STEPS) throw new TooManyWays();
  }

  private bitOf(id: string): number {
    const index = this.ids.indexOf(id);
    return index < 0 ? 0 : 1 << index;
  }

  private nodeOf(part: StackPart): Node {
    if ('credential' in part) return { kind: 'one', bits: this.bitOf(part.credential) };
    if ('credits' in part) {
      const { min, unit, from, minLevel } = part.credits;
      const worth = [...new Set(from)]
        .map((id) => ({ bit: this.bitOf(id), credits: creditsOf(this.factsOf(id), unit, minLevel) }))
        .filter(({ credits }) => credits > 0)
        .sort((a, b) => b.credits - a.credits);
      return { kind: 'credits', min, worth, bits: this.bitsOf(from) };
    }
    const of = ('all' in part ? part.all : 'any' in part ? part.any : part.atLeast.of).map((each) => this.nodeOf(each));
    const n = 'all' in part ? of.length : 'any' in part ? 1 : part.atLeast.n;
    let [bits, apart] = [0, true];
    for (const each of of) {
      if (bits & each.bits) apart = false;
      bits |= each.bits;
    }
    return { kind: 'some', n, of, bits, apart };
  }
}
