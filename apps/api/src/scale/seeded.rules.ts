/** Numbers that look random and are the same for the same seed (mulberry32): what is made of them can be made again. */
export class Seeded {
  constructor(private state: number) {}

  /** 0 up to and without 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to and without `below`. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** As `below`, the low ones far more often than the high ones: some skills are everybody's, most are a few people's. */
  mostlyLow(below: number): number {
    return Math.floor(below * this.next() ** 3);
  }

  /** An id of version 4, from the seed. */
  id(): string {
    const hex = (digits: number) =>
      Math.floor(this.next() * 16 ** digits)
        .toString(16)
        .padStart(digits, '0');
    return `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[this.below(4)]}${hex(3)}-${hex(8)}${hex(4)}`;
  }
}
