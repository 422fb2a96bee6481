import { useQuery } from '@apollo/client/react';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Button, LinkButton } from '../../components/button.js';
import { Page, PageHeader, Section } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, RefusalNote } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useToast } from '../../components/toast.js';
import type { ResultOf } from '../../lib/graphql.js';
import { useResultMutation } from '../../lib/result.js';
import { ASK_ERASURE, ERASURE_PREVIEW } from './erasure.documents.js';
import styles from './leaving.module.css';

type Part = NonNullable<ResultOf<typeof ERASURE_PREVIEW>['erasurePreview']>[number];

/** What of a person would go and what would stay, before anybody is asked to decide. */
export function AskErasurePage() {
  const { t } = useTranslation('leaving');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ERASURE_PREVIEW, { variables: { personId: id } });
  const name = data?.person?.displayName ?? '';
  const parts = data?.erasurePreview ?? [];
  return (
    <Page title={t('erasure.askTitle', { name })} width="reading">
      {error && !data && <ErrorState alone onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={8} />}
      {data && !data.erasurePreview && (
        <EmptyState
          alone
          title={t('erasure.nobody')}
          act={<LinkButton to="/admin/people">{t('erasure.people')}</LinkButton>}
        >
          {t('erasure.nobodyBody')}
        </EmptyState>
      )}
      {data?.erasurePreview && (
        <>
          <PageHeader
            title={t('erasure.askTitle', { name })}
            above={<TextLink to={`/admin/people/${id}`}>{name}</TextLink>}
            below={t('erasure.askLead')}
          />
          <Parts title={t('erasure.goes')} parts={parts.filter((part) => !part.leavesTrace)} />
          <Parts title={t('erasure.stays')} parts={parts.filter((part) => part.leavesTrace)} />
          <AskForm personId={id} name={name} />
        </>
      )}
    </Page>
  );
}

function Parts({ title, parts }: { title: string; parts: readonly Part[] }) {
  const { t } = useTranslation('leaving');
  // t('leaving:erasure.area.CREDENTIALS') t('leaving:erasure.area.LINKS') t('leaving:erasure.area.SUBMISSIONS')
  // t('leaving:erasure.area.JUDGEMENTS') t('leaving:erasure.area.EVIDENCE') t('leaving:erasure.area.FILES')
  // t('leaving:erasure.area.COMPLETIONS') t('leaving:erasure.area.EMPLOYMENTS') t('leaving:erasure.area.MESSAGES')
  // t('leaving:erasure.area.ACCOUNTS')
  return (
    <Section title={title} voice="record">
      <ul className={styles.list}>
        {parts.map((part) => (
          <li key={part.area}>
            <strong>
              {t(`erasure.area.${part.area}`)}: {part.count}
            </strong>
            <span className={styles.quiet}>{part.happens}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function AskForm({ personId, name }: { personId: string; name: string }) {
  const { t } = useTranslation('leaving');
  const toast = useToast();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [ask, { loading, refusal, failed }] = useResultMutation(ASK_ERASURE, { refetch: ['Erasures'] });
  const send = async () => {
    const { ok } = await ask({ personId, reason: reason.trim() });
    if (!ok) return;
    toast(t('erasure.asked', { name }));
    await navigate('/admin/leaving');
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) void send();
      }}
    >
      <Textarea
        label={t('erasure.reason')}
        description={t('erasure.reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
      />
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('claim.failed')}</RefusalNote>}
      <div>
        <Button type="submit" variant="danger" busy={loading} disabled={!reason.trim()}>
          {t('erasure.ask')}
        </Button>
      </div>
    </form>
  );
}
