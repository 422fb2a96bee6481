import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page, PageHeader, Section } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useViewer } from '../../lib/viewer.js';
import { ACCESS_OF, type Explanation } from './access.documents.js';
import styles from './access.module.css';
import { OwnGrants } from './own-grants.js';

/** What one may do here, and where each of it comes from; for keepers of roles also about others. */
export function AccessPage() {
  const { t } = useTranslation('access');
  const { person: self, may } = useViewer();
  const [params] = useSearchParams();
  const asked = params.get('person');
  const { data, error, refetch } = useQuery(ACCESS_OF, { variables: { personId: asked } });
  if (error && !data) return <ErrorState alone onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  const explained = data.accessOf;
  if (!explained)
    return (
      <EmptyState alone title={t('explained.closed')}>
        {t('explained.closedBody')}
      </EmptyState>
    );
  const own = explained.personId === self.id;
  const name = explained.person.displayName;
  const title = own ? t('explained.title') : t('explained.titleOf', { name });
  return (
    <Page title={title} width="reading">
      <PageHeader
        title={title}
        below={
          !own && may('people.read') ? (
            <TextLink to={`/admin/roles?person=${explained.personId}`}>{t('explained.roles', { name })}</TextLink>
          ) : (
            t('explained.lead')
          )
        }
      />
      <Section title={t('explained.may')} voice="record">
        <Permissions of={explained.permissions.filter(({ held }) => held)} />
      </Section>
      <OwnGrants personId={explained.personId} />
      <Section title={t('explained.mayNot')} voice="record">
        <Permissions of={explained.permissions.filter(({ held }) => !held)} />
      </Section>
      <Section title={t('explained.never')} voice="record">
        <ul className={styles.explained}>
          {explained.notOpened.map((sentence) => (
            <li key={sentence} style={{ display: 'block' }}>
              {sentence}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

function Permissions({ of }: { of: Explanation['permissions'] }) {
  return (
    <ul className={styles.explained}>
      {of.map((permission) => (
        <li key={permission.name}>
          <span className={styles.what}>{permission.what}</span>
          <div className={styles.why}>
            {permission.reasons.map((reason) => (
              <p key={reason.grantId ?? reason.kind}>{reason.sentence}</p>
            ))}
            {permission.missing && <p>{permission.missing}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
