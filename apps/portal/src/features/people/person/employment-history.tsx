import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Chip } from '../../../components/chip.js';
import { TextLink } from '../../../components/text-link.js';
import { Timeline, type TimelineEntry } from '../../../components/timeline.js';
import { useFormat } from '../../../lib/format.js';
import { newestFirst } from './employment-order.rules.js';
import type { EmploymentView, PersonView } from './person.documents.js';
import styles from './person.module.css';
import { mayCorrect, mayEnd } from './person-acts.rules.js';
import { usePersonDialog } from './use-person-dialog.js';

const STATES = { PLANNED: 'ahead', CURRENT: 'now', PAST: 'done' } as const;

/** Every employment with its days, the planned ones first: what was, what is, what comes. */
export function EmploymentHistory({ person }: { person: PersonView }) {
  const { t } = useTranslation('people');
  const when = useDays();
  if (person.employments.length === 0) return <p className={styles.hint}>{t('history.none')}</p>;
  // t('people:history.state.PLANNED') t('people:history.state.CURRENT')
  const entries = newestFirst(person.employments).map(
    (employment): TimelineEntry => ({
      id: employment.id,
      state: STATES[employment.state],
      what: (
        <>
          {employment.jobTitle} {employment.state !== 'PAST' && <Chip>{t(`history.state.${employment.state}`)}</Chip>}{' '}
          {!employment.isPrimary && <Chip>{t('history.secondary')}</Chip>}
        </>
      ),
      when: when(employment),
      note: <Where employment={employment} />,
    }),
  );
  return (
    <div className={styles.history}>
      <Timeline label={t('history.title')} entries={entries} />
    </div>
  );
}

function Where({ employment }: { employment: EmploymentView }) {
  const { t } = useTranslation('people');
  const { open } = usePersonDialog();
  return (
    <span className={styles.where}>
      <span>
        {employment.orgUnit && (
          <TextLink to={`/admin/organisation?unit=${employment.orgUnit.id}`}>{employment.orgUnit.name}</TextLink>
        )}
        {employment.manager && (
          <>
            {' · '}
            {t('history.reportsTo')}{' '}
            <TextLink to={`/admin/people/${employment.manager.id}`}>{employment.manager.displayName}</TextLink>
          </>
        )}
        {employment.jobRoleLevel && <> · {employment.jobRoleLevel.name}</>}
      </span>
      {mayCorrect(employment) && (
        <span className={styles.small}>
          <Button size="small" variant="quiet" onClick={() => open('correct', employment.id)}>
            {t('history.correct')}
            <span className="visually-hidden">: {employment.jobTitle}</span>
          </Button>
          {mayEnd(employment) && (
            <Button size="small" variant="quiet" onClick={() => open('end', employment.id)}>
              {t('history.end')}
              <span className="visually-hidden">: {employment.jobTitle}</span>
            </Button>
          )}
          {employment.state === 'PLANNED' && (
            <Button size="small" variant="quiet" onClick={() => open('remove', employment.id)}>
              {t('history.remove')}
              <span className="visually-hidden">: {employment.jobTitle}</span>
            </Button>
          )}
        </span>
      )}
    </span>
  );
}

/** "1 Mar 2024 to today", "from 1 Jan 2027". */
function useDays() {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  return ({ startsOn, endsOn, state }: EmploymentView) => {
    if (endsOn) return t('history.fromTo', { from: date(startsOn), to: date(endsOn) });
    return state === 'PLANNED'
      ? t('history.from', { from: date(startsOn) })
      : t('history.since', { from: date(startsOn) });
  };
}
