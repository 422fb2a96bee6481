import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LinkButton } from '../../../components/button.js';
import { KeyValues } from '../../../components/key-values.js';
import { Page, PageHeader, Section } from '../../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { useViewer } from '../../../lib/viewer.js';
import { COLLEAGUE, type Colleague } from './colleague.documents.js';
import styles from './colleague.module.css';
import { SkillsSeen } from './skills-seen.js';

/** What everybody may know of a colleague: who, as what, where, for whom. */
export function ColleaguePage() {
  const { t } = useTranslation('people');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(COLLEAGUE, { variables: { id } });
  const person = data?.person;
  return (
    <Page title={person?.displayName ?? t('person.title')} width="reading" record={person?.id}>
      {error && !data && <ErrorState alone onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={4} />}
      {data && !person && (
        <EmptyState alone title={t('person.nobody')}>
          {t('person.nobodyBody')}
        </EmptyState>
      )}
      {person && <Card person={person} />}
    </Page>
  );
}

function Card({ person }: { person: Colleague }) {
  const { t } = useTranslation('people');
  const { may } = useViewer();
  const { date } = useFormat();
  const { employment, line } = person;
  const facts = [
    { name: t('columns.unit'), value: employment?.orgUnit?.path.map((unit) => unit.name).join(' / ') },
    { name: t('fields.email'), value: person.email && <a href={`mailto:${person.email}`}>{person.email}</a> },
  ].filter((fact) => fact.value);
  return (
    <>
      <PageHeader
        title={person.displayName}
        below={employment?.jobTitle}
        acts={
          may('people.read') && (
            <LinkButton to={`/admin/people/${person.id}`}>{t('colleague.inAdministration')}</LinkButton>
          )
        }
      />
      <div className={styles.card}>
        <KeyValues items={facts} />
        <Section title={t('line.title')} aside={t('line.aside')}>
          {line.length === 0 && <p className={styles.hint}>{t('line.none')}</p>}
          <ul>
            {line.map((manager) => (
              <li key={manager.id}>
                <TextLink to={`/growth/colleagues/${manager.id}`}>{manager.displayName}</TextLink>
                <small>{manager.employment?.jobTitle}</small>
              </li>
            ))}
          </ul>
        </Section>
        <SkillsSeen person={person} />
        {person.completions.length > 0 && (
          <Section title={t('colleague.courses')} aside={t('colleague.coursesAside')}>
            <ul>
              {person.completions.map(({ id, course, completedOn, grade }) => (
                <li key={id}>
                  <TextLink to={`/growth/courses/${course.id}`}>{course.title}</TextLink>
                  <small>{[date(completedOn), grade].filter(Boolean).join(' · ')}</small>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
}
