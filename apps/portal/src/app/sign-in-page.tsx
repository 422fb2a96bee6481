import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { LinkButton } from '../components/button.js';
import { Mark } from '../components/mark.js';
import { Page } from '../components/page.js';
import { EmptyState, ErrorState, LoadingRows, RefusalNote } from '../components/states.js';
import { DemoPeople } from './demo-people.js';
import { innerPath } from './inner-path.js';
import { SIGN_IN_OPTIONS } from './sign-in.documents.js';
import styles from './sign-in-page.module.css';

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
