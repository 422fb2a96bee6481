import { useApolloClient } from '@apollo/client/react';
import { permissionsOf, type Role } from '@assay/access';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Button } from '../components/button.js';
import { Section } from '../components/page.js';
import { ErrorState, LoadingRows, RefusalNote } from '../components/states.js';
import { type DemoPerson, readDemoPeople, signInAs } from '../lib/session.js';
import { innerPath } from './inner-path.js';
import styles from './sign-in-page.module.css';

// Enough to choose from; the rest is one click away.
const FIRST = 2;

// In the order in which a badge comes to be.
const ORDER: readonly Role[] = [
  'EMPLOYEE',
  'ASSESSOR',
  'MANAGER',
  'HR_DESIGNER',
  'PROGRAMME_OWNER',
  'ASSESSMENT_LEAD',
  'ADMINISTRATOR',
  'AUDITOR',
];

/** Whom one may be in a demonstration, by role. */
export function DemoPeople() {
  const { t } = useTranslation('shell');
  const { people, failed, retry } = useDemoPeople();
  const enter = useEnter();
  return (
    <>
      {enter.failed && <RefusalNote>{t('signIn.failed')}</RefusalNote>}
      {failed && <ErrorState onRetry={retry}>{t('unreachable')}</ErrorState>}
      {people === undefined && !failed && <LoadingRows rows={6} height={46} />}
      {people &&
        groupByRole(people).map(([role, members]) => (
          <RoleGroup key={role} role={role} people={members} busy={enter.busy} onChoose={enter.as} />
        ))}
    </>
  );
}

interface RoleGroupProps {
  role: Role;
  people: readonly DemoPerson[];
  busy: string | null;
  onChoose: (person: DemoPerson) => void;
}

function RoleGroup({ role, people, busy, onChoose }: RoleGroupProps) {
  const { t } = useTranslation('shell');
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The button that showed them is gone; the keys go on with the first of the new ones.
    if (all) list.current?.querySelectorAll<HTMLElement>('button')[FIRST]?.focus();
  }, [all]);
  const shown = all ? people : people.slice(0, FIRST);
  // Where everybody has the same sentence, it is the role's and stands once.
  const sameNote = people.every((person) => person.note === people[0]?.note);
  // t('shell:roles.EMPLOYEE') t('shell:roles.ASSESSOR') t('shell:roles.MANAGER') t('shell:roles.HR_DESIGNER') t('shell:roles.PROGRAMME_OWNER')
  // t('shell:roles.ASSESSMENT_LEAD') t('shell:roles.ADMINISTRATOR') t('shell:roles.AUDITOR')
  // t('shell:rolesDo.EMPLOYEE') t('shell:rolesDo.ASSESSOR') t('shell:rolesDo.MANAGER') t('shell:rolesDo.HR_DESIGNER')
  // t('shell:rolesDo.PROGRAMME_OWNER') t('shell:rolesDo.ASSESSMENT_LEAD') t('shell:rolesDo.ADMINISTRATOR') t('shell:rolesDo.AUDITOR')
  return (
    <Section title={t(`roles.${role}`)} aside={t(`rolesDo.${role}`)}>
      <ul ref={list}>
        {shown.map((person) => (
          <li key={person.personId}>
            <button
              type="button"
              className={styles.person}
              disabled={busy !== null}
              aria-busy={busy === person.personId || undefined}
              onClick={() => onChoose(person)}
            >
              <strong>{person.displayName}</strong>
              {!sameNote && <span>{person.note}</span>}
            </button>
          </li>
        ))}
      </ul>
      {shown.length < people.length && (
        <Button variant="quiet" onClick={() => setAll(true)}>
          {t('signIn.all', { count: people.length })}
        </Button>
      )}
    </Section>
  );
}

function groupByRole(people: readonly DemoPerson[]): [Role, DemoPerson[]][] {
  return ORDER.map((role): [Role, DemoPerson[]] => [role, people.filter((person) => person.role === role)]).filter(
    ([, members]) => members.length > 0,
  );
}

function useDemoPeople() {
  const [people, setPeople] = useState<DemoPerson[] | null>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    readDemoPeople(leaving.signal).then(setPeople, () => {
      if (!leaving.signal.aborted) setFailed(true);
    });
    return () => leaving.abort();
  }, [attempt]);
  const retry = () => {
    setFailed(false);
    setAttempt((now) => now + 1);
  };
  return { people, failed, retry };
}

function useEnter() {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const enter = async (person: DemoPerson) => {
    setBusy(person.personId);
    setFailed(false);
    try {
      await signInAs(person.personId);
      await client.clearStore();
      await navigate(innerPath(params.get('to')) ?? firstPage(person.role));
    } catch {
      setFailed(true);
      setBusy(null);
    }
  };
  return { as: (person: DemoPerson) => void enter(person), busy, failed };
}

/** Where a role's day begins. */
function firstPage(role: Role): string {
  const may = new Set(permissionsOf([role]));
  if (may.has('submission.mark')) return '/reviews';
  if (may.has('team.read')) return '/team';
  if (may.has('achievement.design')) return '/programme';
  if (may.has('people.manage') || may.has('audit.read')) return '/admin';
  return '/growth';
}
