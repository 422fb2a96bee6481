import { release } from '../../chain/assessment.js';
import { waitForBadge } from '../../chain/credential.js';
import { Client } from '../../product/client.js';
import { type Cast, day } from './cast.js';
import { handIn, judge, placeOf } from './judging.js';
import type { Pen } from './pen.js';
import type { Programme } from './programme.js';

const REASON = 1_000;
let addresses = 0;

/** As much of a payload as an address of somebody's own can hold. */
function ownAddress(pen: Pen): string {
  addresses += 1;
  const payload = 'onfocus=alert`1`';
  return pen.shaped(`${payload}'${addresses}${Date.now().toString(36)}@home.example`, payload);
}

/** Where somebody is reached later; and somebody who left with a badge, is sent a link, and is to be erased. Who. */
export async function writeLeaving(pen: Pen, cast: Cast, by: Client, programme: Programme): Promise<string> {
  await pen.write(by, 'askPersonalAddress', { address: ownAddress(pen) });
  const { administrator } = cast;
  const { client } = administrator;
  const leaverId = await certified(pen, cast, programme);
  const reason = (kind: string) => pen.text(kind, REASON);
  await pen.write(client, 'recordLeaving', { personId: leaverId, lastDay: day(-2), reason: reason('leaving') });
  const known = { address: ownAddress(pen), reason: reason('address known') };
  await pen.write(client, 'sendClaimLink', { personId: leaverId, ...known });
  await pen.write(client, 'askErasure', { personId: leaverId, reason: reason('erasure') });
  return leaverId;
}

/** Somebody new whose badge is signed. */
async function certified(pen: Pen, cast: Cast, { achievement }: Programme): Promise<string> {
  const { client } = cast.administrator;
  const mark = Date.now().toString(36);
  const input = {
    displayName: pen.text('leaver name', 200, mark),
    email: pen.shaped(`"onfocus=alert(1)'${mark}"@leaver.example`, 'onfocus=alert(1)'),
    jobTitle: pen.text('leaver title', 200),
    orgUnitName: pen.text('leaver unit', 200, mark, /[/>›]/),
    roles: [],
    startsOn: day(-30),
  };
  const { id } = await pen.write(client, 'addPerson', { input }, '... on Person { id }');
  const leaver = { id, displayName: input.displayName, client: await Client.signIn(client.baseUrl, id) };
  const slotId = await placeOf(cast, await handIn(pen, cast, achievement, leaver));
  await judge(pen, cast.assessor.client, slotId);
  await release(cast.assessor.client, slotId);
  await waitForBadge(leaver.client, achievement.id);
  return id;
}
