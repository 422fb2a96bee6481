import { useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.js';
import { Page, PageHeader, Section } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { NameLink } from '../../components/text-link.js';
import { type SeenGroup, WHO_CAN_SEE } from './access.documents.js';
import styles from './access.module.css';

/** Who can see a record, and why; never the record itself. */
export function WhoCanSeePage() {
  const { t } = useTranslation('access');
  const [params, setParams] = useSearchParams();
  const id = params.get('id') ?? '';
  const [typed, setTyped] = useState(id);
  return (
    <Page title={t('seen.title')} width="reading">
      <PageHeader title={t('seen.title')} below={t('seen.lead')} />
      <form
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault();
          setParams(idIn(typed) ? { id: idIn(typed) } : {});
        }}
      >
        <TextInput
          label={t('seen.id')}
          description={t('seen.idHint')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="primary" disabled={!idIn(typed)}>
          {t('seen.ask')}
        </Button>
      </form>
      {id && <Answer key={id} id={id} />}
    </Page>
  );
}

/** People paste whole addresses; the last id in them is meant. */
function idIn(words: string): string {
  const ids = words.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi);
  return ids?.at(-1) ?? words.trim();
}

function Answer({ id }: { id: string }) {
  const { t } = useTranslation('access');
  const { data, error, refetch } = useQuery(WHO_CAN_SEE, { variables: { id } });
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={4} />;
  const found = data.whoCanSee;
  if (!found) return <EmptyState title={t('seen.nothing')}>{t('seen.nothingBody')}</EmptyState>;
  const aspects = [...new Set(found.groups.map(({ what }) => what))];
  return (
    <>
      {aspects.map((what, place) => (
        <Section key={what} title={what} voice="record" aside={place === 0 && found.kind}>
          <ul className={styles.explained}>
            {found.groups
              .filter((group) => group.what === what)
              .map((group) => (
                <Group key={group.reason} group={group} />
              ))}
          </ul>
        </Section>
      ))}
      {aspects.length === 0 && <EmptyState title={t('seen.nobody')} />}
    </>
  );
}

function Group({ group }: { group: SeenGroup }) {
  const { t } = useTranslation('access');
  const more = group.count - group.seers.length;
  return (
    <li>
      <span>{group.reason}</span>
      <div className={styles.people}>
        {group.seers.map((person) => (
          <NameLink key={person.id} to={`/account/access?person=${person.id}`}>
            {person.displayName}
          </NameLink>
        ))}
        {more > 0 && <span className={styles.under}>{t('seen.more', { count: more })}</span>}
      </div>
    </li>
  );
}
