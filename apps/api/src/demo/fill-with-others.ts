import type { INestApplicationContext } from '@nestjs/common';
import { AttemptService } from '../features/submissions/attempt.service.js';
import { MentoringService } from '../features/submissions/mentoring.service.js';
import { PriorLearningService } from '../features/submissions/prior-learning.service.js';
import { WitnessAnswersService } from '../features/submissions/witness-answers.service.js';
import { WitnessesService } from '../features/submissions/witnesses.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import { type Cast, daysBefore } from './cast.js';
import { acted } from './done.js';
import { mailOf } from './invented-people.js';

const LEARNER = 'bartek';
const COLLEAGUE = 'rosa';
const MENTOR = 'zainab';

/** What people ask of each other: a witness who answered, two who were only asked, and prior learning with a mentor. */
export async function fillWithOthers(
  app: INestApplicationContext,
  cast: Cast,
  versions: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  await answered(app, cast, now);
  await attested(app, cast, now);
  await asked(app, cast, now);
  await priorLearning(app, cast, versions.get('incident') ?? '', now);
}

async function answered(app: INestApplicationContext, cast: Cast, now: Date): Promise<void> {
  const asking = cast.as(LEARNER, daysBefore(now, 9));
  const { id } = await acted(
    asking,
    'askWitness',
    app.get(WitnessesService).ask(asking, {
      title: 'Night shift at the Brackmoor burst',
      question: 'You were on the other valve that night. What did I decide, and what did you see me do before we dug?',
      witnessName: 'Rosa Quispe Mamani',
      witnessEmail: mailOf({ key: COLLEAGUE }),
      madeOn: dayOf(daysBefore(now, 30)),
    }),
  );
  const said = await app.get(WitnessesService).ofItem(asking, id);
  const answering = cast.as(COLLEAGUE, daysBefore(now, 8));
  await asPerson(answering, () =>
    acted(
      answering,
      'answerAsWitness',
      app.get(WitnessAnswersService).answer(answering, said?.id ?? '', {
        confirms: true,
        capacity: 'Technician at the second valve',
        sawOn: dayOf(daysBefore(now, 30)),
        words:
          'He closed the north valve first and had me read the pressure aloud for ten minutes. Only when it stood still did he let anybody dig. The leak was where he had sprayed the cross, less than a metre off.',
      }),
    ),
  );
}

async function attested(app: INestApplicationContext, cast: Cast, now: Date): Promise<void> {
  const asking = cast.as(COLLEAGUE, daysBefore(now, 2));
  const item = {
    title: 'Valve plan of the Quarry End works',
    keptAt: 'Plan cabinet 4, network control room',
    question: 'You have seen the plan with my corrections in red. Please confirm that they are mine.',
    colleagueId: cast.idOf(LEARNER),
    madeOn: dayOf(daysBefore(now, 21)),
  };
  await acted(asking, 'addAttestedEvidence', app.get(WitnessesService).attest(asking, item));
}

async function asked(app: INestApplicationContext, cast: Cast, now: Date): Promise<void> {
  const asking = cast.as(LEARNER, daysBefore(now, 3));
  await acted(
    asking,
    'askWitness',
    app.get(WitnessesService).ask(asking, {
      title: 'Briefing of the road crew at Sallowgate',
      question: 'You led the second crew. Was it clear from my briefing what had to be kept open, and for whom?',
      witnessName: 'Declan Fogarty',
      witnessEmail: mailOf({ key: 'declan' }),
      madeOn: dayOf(daysBefore(now, 12)),
    }),
  );
}

/** Looked for oneself, begun, and helped with: what is missing is still to be written. */
async function priorLearning(app: INestApplicationContext, cast: Cast, versionId: string, now: Date): Promise<void> {
  const screening = cast.as(LEARNER, daysBefore(now, 7));
  const answers = [
    {
      outcome: 0,
      stance: 'YES' as const,
      words: 'Four winters as the one who is called first, with a log of every handover.',
    },
    {
      outcome: 1,
      stance: 'PARTLY' as const,
      words: 'I had to choose twice with half of the readings missing, and only once wrote down why.',
    },
  ];
  await acted(
    screening,
    'savePriorLearningScreen',
    app.get(PriorLearningService).save(screening, versionId, answers, 0),
  );
  const starting = cast.as(LEARNER, daysBefore(now, 6));
  const begun = app.get(AttemptService).start(starting, versionId, 'PRIOR_LEARNING');
  const { id } = await acted(starting, 'startSubmission', begun);
  const mentoring = app.get(MentoringService);
  const message = 'You were in the room for the Netherby Cross outage. Would you look at how I write it down?';
  const asking = cast.as(LEARNER, daysBefore(now, 5));
  await acted(asking, 'askMentor', mentoring.ask(asking, id, cast.idOf(MENTOR), message));
  const helping = cast.as(MENTOR, daysBefore(now, 4));
  await asPerson(helping, async () => {
    await acted(helping, 'answerMentoring', mentoring.answer(helping, id, true));
    const words = 'Begin with the log of that night and say what you decided at each entry. The rest follows from it.';
    await acted(helping, 'writeMentorNote', mentoring.note(helping, id, null, words));
  });
}

/** The transaction is the product's own; who answers is what the database asks a person for. */
async function asPerson<Answer>(viewer: Viewer, act: () => Promise<Answer>): Promise<Answer> {
  await viewer.tx.query(`SELECT set_config('app.person_id', $1, true)`, [viewer.personId]);
  const answer = await act();
  await viewer.tx.query(`SELECT set_config('app.person_id', '', true)`);
  return answer;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
