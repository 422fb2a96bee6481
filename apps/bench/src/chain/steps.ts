/** One step of the chain, as it went. */
export interface Step {
  name: string;
  ms: number;
}

/** Runs steps one after another and remembers how long each took. */
export class Steps {
  readonly taken: Step[] = [];

  constructor(private readonly say: (line: string) => void = () => undefined) {}

  /** `work` answers what the next steps need; `told` puts into words what came out. */
  async take<T>(name: string, work: () => Promise<T>, told: (result: T) => string = () => ''): Promise<T> {
    const begun = performance.now();
    try {
      const result = await work();
      const ms = Math.round(performance.now() - begun);
      this.taken.push({ name, ms });
      const words = told(result);
      this.say(`${String(ms).padStart(7)} ms  ${name}${words ? `: ${words}` : ''}`);
      return result;
    } catch (error) {
      const ms = Math.round(performance.now() - begun);
      this.say(`${String(ms).padStart(7)} ms  ${name}: FAILED`);
      throw error;
    }
  }
}
