import { randomInt } from 'node:crypto';

const BEGINNINGS = ['Ka', 'Mo', 'Le', 'Ti', 'Ru', 'Sa', 'No', 'Be', 'Fi', 'Da', 'Yo', 'Ze'];
const ENDINGS = ['ra', 'lin', 'mos', 'tta', 'vin', 'sel', 'nor', 'ka', 'dro', 'mi'];

const one = (list: readonly string[]) => list[randomInt(list.length)] ?? '';
const word = () => one(BEGINNINGS) + one(ENDINGS);

/** A run's own names, made up now: nothing of it can have been prepared. */
export class Invented {
  /** Tells the names of this run from those of any other. */
  readonly mark = Date.now().toString(36) + randomInt(36 ** 3).toString(36);

  person(): { displayName: string; email: string } {
    const name = `${word()} ${word()}${one(ENDINGS)}`;
    return { displayName: name, email: `${name.toLowerCase().replace(' ', '.')}.${this.mark}@example.org` };
  }

  unit(): string {
    return `${word()} works ${this.mark}`;
  }

  sentence(about: string): string {
    return `${word()} and ${word()} ${one(['showed', 'tried', 'measured', 'explained'])} ${about} in ${randomInt(2, 90)} steps.`;
  }
}
