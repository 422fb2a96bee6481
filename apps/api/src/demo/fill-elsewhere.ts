import type { INestApplicationContext } from '@nestjs/common';
import { BadgeCheckService } from '../features/recognition/badge-check.service.js';
import { ExternalCredentialsService } from '../features/recognition/external-credentials.service.js';
import { RecognisingService } from '../features/recognition/recognising.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import { badgeFromElsewhere } from './badge-from-elsewhere.js';
import { type Cast, daysAfter, daysBefore } from './cast.js';
import { acted } from './done.js';

interface Brought {
  who: string;
  name: string;
  description: string;
  criteria: string;
  issuer: string;
  skill: string;
  level: number;
  daysAgo: number;
  declaration: string;
  /** Why it counts; not there: it waits. */
  recognised?: string;
}

const BROUGHT: readonly Brought[] = [
  {
    who: 'bartek',
    name: 'Drinking water sampling, level 2',
    description: 'Takes samples of drinking water that a laboratory can rely on.',
    criteria: 'Take six samples at three sites under the eyes of an examiner, with the chain of custody unbroken.',
    issuer: 'Guild of Water Samplers',
    ...{ skill: 'water-sampling', level: 2, daysAgo: 6 },
    declaration: 'I took the course on my own time; the certificate with the same number is in my evidence.',
    recognised: 'We saw the certificate. The guild examines on site, and asks what our level 2 asks.',
  },
  {
    who: 'rosa',
    name: 'Talking with people in distress',
    description: 'Stays calm and clear when somebody on the other side is not.',
    criteria: 'Lead four conversations with actors and one on the telephone; a panel of two judges them.',
    issuer: 'Sallow Valley College',
    ...{ skill: 'customer-conversations', level: 2, daysAgo: 3 },
    declaration: 'The college issues to a number instead of a mail address. The list of graduates names me.',
  },
  {
    who: 'leila',
    name: 'Models of data, foundation',
    description: 'Draws a model that others can build on.',
    criteria: 'Model one subject of the own company and defend it before somebody who works in it.',
    issuer: 'Institute for Data Craft',
    ...{ skill: 'data-modelling', level: 2, daysAgo: 1 },
    declaration: 'I was the twelfth of the spring course.',
  },
];

/** Badges that people earned with others: one is recognised, two wait for somebody who keeps badges. */
export async function fillElsewhere(
  app: INestApplicationContext,
  cast: Cast,
  skills: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const [external, checks] = [app.get(ExternalCredentialsService), app.get(BadgeCheckService)];
  for (const each of BROUGHT) {
    const at = daysBefore(now, each.daysAgo);
    const badge = await badgeFromElsewhere({
      ...each,
      holder: cast.person(each.who).name,
      ...{ issuedOn: daysBefore(now, 200), endsOn: daysAfter(now, 700) },
    });
    const [bringing, sending] = [cast.as(each.who, at), cast.as(each.who, at)];
    const file = Buffer.from(badge).toString('base64');
    const input = { file, fileName: 'badge.json' };
    const { id } = await acted(bringing, 'bringCredential', external.bring(bringing, input));
    await checks.check(cast.system, id);
    const mapped = [{ skillId: skills.get(each.skill) ?? '', ordinal: each.level }];
    const sent = { id, skills: mapped, declaration: each.declaration };
    await acted(sending, 'sendExternalCredential', external.send(sending, sent));
    if (each.recognised) await recognise(app, cast.as('noor', now), id, { mapped, reason: each.recognised });
  }
}

async function recognise(
  app: INestApplicationContext,
  by: Viewer,
  id: string,
  { mapped, reason }: { mapped: { skillId: string; ordinal: number }[]; reason: string },
): Promise<void> {
  const wish = { id, outcome: 'RECOGNISED' as const, reason, skills: mapped, identityConfirmed: true };
  await acted(by, 'decideExternalCredential', app.get(RecognisingService).decide(by, wish));
}
