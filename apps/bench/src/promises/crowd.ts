import { Invented } from '../chain/invented.js';
import { type Actor, findAdministrator, takeOn } from '../chain/people.js';
import { Steps } from '../chain/steps.js';
import { Client } from '../product/client.js';
import { setTheStage, type Stage } from '../chain/walk.js';

// Every role that one person can hold: an auditor changes nothing and holds no other.
const GRANTABLE = ['ASSESSOR', 'ASSESSMENT_LEAD', 'HR_DESIGNER', 'PROGRAMME_OWNER', 'ADMINISTRATOR'];

/** The people that promises are tried with, made when one is first needed. */
export class Crowd {
  private setting: Promise<Stage> | null = null;
  private all: Promise<Actor> | null = null;

  constructor(private readonly baseUrl: string) {}

  /** A published achievement with employee, manager, designer and founding assessor around it. */
  stage(): Promise<Stage> {
    this.setting ??= setTheStage(this.baseUrl, new Steps());
    return this.setting;
  }

  administrator(): Promise<Actor> {
    return findAdministrator(this.baseUrl);
  }

  /** Somebody in every role that one person can hold. */
  async everyRole(): Promise<Actor> {
    this.all ??= this.makeEveryRole();
    const actor = await this.all;
    // Signed in anew: one of the promises signs this person out everywhere.
    return { ...actor, client: await Client.signIn(this.baseUrl, actor.id) };
  }

  /** Somebody without any role. */
  async bystander(): Promise<Actor> {
    const invented = new Invented();
    return takeOn(await this.administrator(), invented, { title: 'Nobody special', unit: invented.unit(), roles: [] });
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
