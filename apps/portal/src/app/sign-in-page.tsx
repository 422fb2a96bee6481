import { useApolloClient, useQuery } from '@apollo/client/react';
import { permissionsOf, type Role } from '@assay/access';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Button, LinkButton } from '../components/button.js';
import { Mark } from '../components/mark.js';
import { Page, Section } from '../components/page.js';
import { EmptyState, ErrorState, LoadingRows, RefusalNote } from '../components/states.js';
import { readDemoPeople, signInAs, type DemoPerson } from '../lib/session.js';
import { SIGN_IN_OPTIONS } from './sign-in.documents.js';
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

// What the API may say in `?problem=`; anything else in the address is not repeated.
const PROBLEMS = [
  'expired',
  'refused',
  'untrusted',
  'unreachable',
  'misconfigured',
  'unknown',
  'unverified',
  'conflict',
  'inactive',
];

/** The door: by an identity provider, or in a demonstration by choosing whom to be. */
export function SignInPage() {
  const { t } = useTranslation('shell');
  const { data, error, refetch } = useQuery(SIGN_IN_OPTIONS, { fetchPolicy: 'cache-and-network' });
  const options = data?.signInOptions;
  const closed = options && !options.demo && options.providers.length === 0;
  return (
    <Page title={t('signIn.title')} width="reading">
      <main className={styles.door}>
        <header className={styles.head}>
          <Mark size={34} />
          <div>
            <h1>{t('signIn.title')}</h1>
            <p>{options?.demo ? t('signIn.demo') : t('signIn.lead')}</p>
          </div>
        </header>
        <Problem />
        {error && !data && <ErrorState onRetry={() => void refetch()}>{t('unreachable')}</ErrorState>}
        {!data && !error && <LoadingRows rows={6} height={46} />}
        {options && options.providers.length > 0 && <Providers providers={options.providers} />}
        {closed && (
          <EmptyState title={t(options.setupNeeded ? 'signIn.setup' : 'signIn.closed')}>
            {t(options.setupNeeded ? 'signIn.setupBody' : 'signIn.closedBody')}
          </EmptyState>
        )}
        {options?.demo && <DemoPeople />}
      </main>
    </Page>
  );
}

function Problem() {
  const { t } = useTranslation('shell');
  const [params] = useSearchParams();
  const problem = params.get('problem');
  if (!problem || !PROBLEMS.includes(problem)) return null;
  // t('shell:signInProblem.expired') t('shell:signInProblem.refused') t('shell:signInProblem.untrusted')
  // t('shell:signInProblem.unreachable') t('shell:signInProblem.misconfigured') t('shell:signInProblem.unknown')
  // t('shell:signInProblem.unverified') t('shell:signInProblem.conflict') t('shell:signInProblem.inactive')
  // t('shell:signIn.setup') t('shell:signIn.setupBody') t('shell:signIn.closed') t('shell:signIn.closedBody')
  return (
    <div className={styles.problem}>
      <RefusalNote>{t(`signInProblem.${problem}`)}</RefusalNote>
    </div>
  );
}

function Providers({ providers }: { providers: readonly { id: string; name: string; startPath: string }[] }) {
  const { t } = useTranslation('shell');
  const [params] = useSearchParams();
  const to = innerPath(params.get('to'));
  return (
    <ul className={styles.providers}>
      {providers.map(({ id, name, startPath }, index) => (
        <li key={id}>
          <LinkButton
            to={to ? `${startPath}?to=${encodeURIComponent(to)}` : startPath}
            reloadDocument
            variant={index === 0 ? 'primary' : 'outline'}
            size="large"
            wide
          >
            {t('signIn.with', { name })}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}

function DemoPeople() {
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

/** Only addresses of our own: `//elsewhere` would lead away. `/` is where everybody is sent anyway. */
function innerPath(to: string | null): string | null {
  return to && /^\/(?![/\\])./.test(to) ? to : null;
}
