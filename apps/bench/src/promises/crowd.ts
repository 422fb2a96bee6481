import { Invented } from '../chain/invented.js';
import { type Actor, findAdministrator, takeOn } from '../chain/people.js';
import { Steps } from '../chain/steps.js';
import { setTheStage, type Stage } from '../chain/walk.js';
import { Client } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';

// Every role that one person can hold: an auditor changes nothing and holds no other.
const GRANTABLE = ['ASSESSOR', 'ASSESSMENT_LEAD', 'HR_DESIGNER', 'PROGRAMME_OWNER', 'ADMINISTRATOR'];

/** The people that promises are tried with, made when one is first needed. */
export class Crowd {
  private setting: Promise<Stage> | null = null;
  private all: Promise<Actor> | null = null;

  constructor(private readonly product: OwnProduct) {}

  /** A published achievement with employee, manager, designer and founding assessor around it. */
  stage(): Promise<Stage> {
    this.setting ??= this.makeStage();
    return this.setting;
  }

  administrator(): Promise<Actor> {
    return findAdministrator(this.product.baseUrl);
  }

  /** Somebody in every role that one person can hold. */
  async everyRole(): Promise<Actor> {
    this.all ??= this.makeEveryRole();
    const actor = await this.all;
    // Signed in anew: one of the promises signs this person out everywhere.
    return { ...actor, client: await Client.signIn(this.product.baseUrl, actor.id) };
  }

  /** Somebody without any role. */
  async bystander(): Promise<Actor> {
    const invented = new Invented();
    return takeOn(await this.administrator(), invented, { title: 'Nobody special', unit: invented.unit(), roles: [] });
  }

  /** A framework is read and written by a worker; where a promise wants none, it is gone again. */
  private async makeStage(): Promise<Stage> {
    const { product } = this;
    const started = !product.isRunning('worker');
    if (started) product.startWorker();
    try {
      return await setTheStage(product.baseUrl, new Steps());
    } finally {
      if (started) await product.kill('worker');
    }
  }

  private async makeEveryRole(): Promise<Actor> {
    // From the second administrator on, a role waits for one of them to agree; the stage is set before.
    await this.stage();
    const administrator = await this.administrator();
    const invented = new Invented();
    const unit = invented.unit();
    const everything = await takeOn(administrator, invented, { title: 'Everything', unit, roles: GRANTABLE });
    await takeOn(administrator, invented, { title: 'A report', unit, roles: [], managerId: everything.id });
    return everything;
  }
}
