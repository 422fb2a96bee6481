/**
 * Removals that can still be taken back: an item leaves the list at once, and the library when the time for second
 * thoughts is over or the page is left.
 */
export class Removals {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

  private remove: (id: string) => void = () => undefined;

  constructor(private readonly waitMs = 7_000) {}

  /** Says what ends an item's time in the library; the latest word counts. */
  removeBy(remove: (id: string) => void): void {
    this.remove = remove;
  }

  begin(id: string): void {
    this.takeBack(id);
    this.waiting.set(
      id,
      setTimeout(() => this.finish(id), this.waitMs),
    );
  }

  takeBack(id: string): void {
    clearTimeout(this.waiting.get(id));
    this.waiting.delete(id);
  }

  finishAll(): void {
    for (const id of [...this.waiting.keys()]) this.finish(id);
  }

  private finish(id: string): void {
    this.takeBack(id);
    this.remove(id);
  }
}
