import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FilterBar, FilterMenu, FilterToggle, SearchBox } from '../../../components/filter-bar.js';
import { ShowMore } from '../../../components/show-more.js';
import { EmptyState, ErrorState, FilteredState, LoadingRows, RefusalNote } from '../../../components/states.js';
import { useAddress, useSearchWords } from '../../../lib/use-address.js';
import type { Framework } from './framework.documents.js';
import { type Differences, FRAMEWORK_DIFFERENCES } from './framework-differences.documents.js';
import { DifferenceRow } from './difference-row.js';
import styles from './framework-differences.module.css';

const SUBJECTS = ['SKILL', 'RELATION', 'JOB_ROLE', 'JOB_ROLE_LEVEL', 'REQUIREMENT'] as const;
const CHANGES = ['ADDED', 'REMOVED', 'CHANGED'] as const;
type Subject = (typeof SUBJECTS)[number];
type Change = (typeof CHANGES)[number];
const oneOf = <Word extends string>(words: readonly Word[], word: string): Word | null =>
  words.find((each) => each === word) ?? null;

/** What differs between this version and another, word by word. */
export function FrameworkDifferences({ framework }: { framework: Framework }) {
  const { t } = useTranslation('frameworks');
  const [asked, ask] = useAddress('with');
  const at = framework.versions.findIndex(({ id }) => id === framework.id);
  const others = framework.versions.filter(({ id }) => id !== framework.id);
  const other = others.find(({ id }) => id === asked) ?? framework.versions[at + 1] ?? others[0];
  if (!other) return <EmptyState title={t('differ.alone')}>{t('differ.aloneBody')}</EmptyState>;
  // The list of versions has the newest first: what stands behind is older.
  const older = framework.versions.indexOf(other) > at;
  return (
    <>
      <div className={styles.versions}>
        <Select
          label={t('differ.with')}
          value={other.id}
          allowDeselect={false}
          data={others.map(({ id, version }) => ({ value: id, label: version }))}
          onChange={(id) => id && ask(id)}
        />
        <p>
          {t('differ.reads', {
            from: older ? other.version : framework.version,
            to: older ? framework.version : other.version,
          })}
        </p>
      </div>
      <List from={older ? other.id : framework.id} to={older ? framework.id : other.id} />
    </>
  );
}

function List({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation('frameworks');
  const { search, typed, type } = useSearchWords();
  const [subjectWord, setSubject] = useAddress('sort');
  const [changeWord, setChange] = useAddress('change');
  const subject = oneOf(SUBJECTS, subjectWord);
  const change = oneOf(CHANGES, changeWord);
  const { data, previousData, error, refetch, fetchMore } = useQuery(FRAMEWORK_DIFFERENCES, {
    variables: { from, to, subject, change, search: search || null },
  });
  const answer = (data ?? previousData)?.frameworkDifferences;
  if (error && !answer) return <ErrorState onRetry={() => void refetch()} />;
  if (!answer) return <LoadingRows rows={8} />;
  if (answer.__typename !== 'FrameworkDifferences') return <RefusalNote>{answer.message}</RefusalNote>;
  const count = (where: (each: Differences['counts'][number]) => boolean) =>
    answer.counts.filter(where).reduce((sum, each) => sum + each.count, 0);
  const clear = () => {
    setSubject('');
    setChange('');
    type('');
  };
  // t('frameworks:subject.SKILL') t('frameworks:subject.RELATION') t('frameworks:subject.JOB_ROLE')
  // t('frameworks:subject.JOB_ROLE_LEVEL') t('frameworks:subject.REQUIREMENT')
  // t('frameworks:change.ADDED') t('frameworks:change.REMOVED') t('frameworks:change.CHANGED')
  return (
    <div className={styles.work}>
      <FilterBar end={<SearchBox label={t('differ.search')} value={typed} onChange={type} />}>
        <FilterMenu
          label={t('differ.sort')}
          value={subject ?? 'ALL'}
          options={[
            { value: 'ALL' as const, label: t('differ.all') },
            ...SUBJECTS.map((each) => ({ value: each, label: t(`subject.${each}`) })),
          ]}
          onChange={(each: Subject | 'ALL') => setSubject(each === 'ALL' ? '' : each)}
        />
        {CHANGES.map((each: Change) => (
          <FilterToggle
            key={each}
            active={change === each}
            count={count((row) => row.change === each && (!subject || row.subject === subject))}
            onToggle={() => setChange(change === each ? '' : each)}
          >
            {t(`change.${each}`)}
          </FilterToggle>
        ))}
      </FilterBar>
      {answer.edges.length === 0 &&
        (search || subject || change ? (
          <FilteredState
            filters={[search, subject, change].filter(Boolean).length}
            without={count(() => true)}
            onClear={clear}
          />
        ) : (
          <EmptyState title={t('differ.same')}>{t('differ.sameBody')}</EmptyState>
        ))}
      <ul className={styles.list}>
        {answer.edges.map(({ node }) => (
          <DifferenceRow key={node.id} difference={node} />
        ))}
      </ul>
      <ShowMore className={styles.more} list={answer} onMore={(after) => fetchMore({ variables: { after } })} />
    </div>
  );
}
