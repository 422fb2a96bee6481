/** What came of one save: done; refused and dropped; not reached, to be tried again; or stopped until somebody decides. */
export type SaveAnswer = 'saved' | 'refused' | 'unreachable' | 'stopped';

export interface AutosaveState {
  /** Something is waiting or on its way. */
  saving: boolean;
  /** The last try did not arrive; it is kept and tried again. */
  unreachable: boolean;
  /** Waits for a decision, e.g. which of two versions counts. */
  stopped: boolean;
  savedAt: Date | null;
}

interface Options {
  onState: (state: AutosaveState) => void;
  /** Quiet time after the last key stroke. */
  delayMs?: number;
  /** Wait after a try that did not arrive. */
  retryMs?: number;
}

/**
 * Saves what changes, one at a time and in order: a newer value of the same key replaces the one that waits, so an
 * older text can never be written over a newer one. Nothing leaves the queue before the API has answered for it.
 */
export class AutosaveQueue<Value> {
  private save: (key: string, value: Value) => Promise<SaveAnswer> = () => Promise.resolve('unreachable');
  private readonly waiting = new Map<string, Value>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private state: AutosaveState;

  constructor(
    private readonly options: Options,
    savedAt: Date | null = null,
  ) {
    this.state = { saving: false, unreachable: false, stopped: false, savedAt };
  }

  /** Says how one value is saved; the latest word counts. */
  saveBy(save: (key: string, value: Value) => Promise<SaveAnswer>): void {
    this.save = save;
  }

  put(key: string, value: Value): void {
    this.waiting.delete(key);
    this.waiting.set(key, value);
    this.change({ saving: !this.state.stopped });
    if (!this.state.stopped) this.later(this.options.delayMs ?? 700);
  }

  /** Takes back what waits for a key, e.g. because its link is gone. */
  drop(key: string): void {
    this.waiting.delete(key);
    this.change({ saving: this.running !== null || this.waiting.size > 0 });
  }

  /** Saves everything now; true when nothing is left. */
  async flush(): Promise<boolean> {
    if (this.state.stopped) return false;
    await this.run();
    return this.waiting.size === 0;
  }

  /** After a stop: go on, by default with what waits. */
  resume(): void {
    this.change({ stopped: false, saving: this.waiting.size > 0 });
    if (this.waiting.size > 0) this.later(0);
  }

  /** True while something would be lost if the page went away. */
  get dirty(): boolean {
    return this.waiting.size > 0 || this.running !== null;
  }

  end(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private later(ms: number): void {
    this.end();
    this.timer = setTimeout(() => void this.run(), ms);
  }

  private run(): Promise<void> {
    this.end();
    this.running ??= this.sendAll().finally(() => {
      this.running = null;
      this.change({ saving: this.waiting.size > 0 && !this.state.stopped });
    });
    return this.running;
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const next = this.waiting.entries().next();
      if (next.done) return;
      const [key, value] = next.value;
      this.change({ saving: true });
      const answer = await this.save(key, value);
      if (answer === 'unreachable') {
        this.change({ unreachable: true });
        this.later(this.options.retryMs ?? 5_000);
        return;
      }
      if (answer === 'stopped') {
        this.change({ stopped: true, saving: false, unreachable: false });
        return;
      }
      // While it was on its way the person may have written on: then the newer text still waits.
      if (this.waiting.get(key) === value) this.waiting.delete(key);
      this.change({ unreachable: false, savedAt: answer === 'saved' ? new Date() : this.state.savedAt });
    }
  }

  private change(next: Partial<AutosaveState>): void {
    this.state = { ...this.state, ...next };
    this.options.onState(this.state);
  }
}
