import { useQuery } from '@apollo/client/react';
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Section } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { useResultMutation } from '../../../lib/result.js';
import { useViewer } from '../../../lib/viewer.js';
import { FormDialog } from '../fields/form-dialog.js';
import { problemAt } from '../fields/problem-at.js';
import { LEAVER, SEND_CLAIM_LINK } from './after-leaving.documents.js';
import type { PersonView } from './person.documents.js';
import styles from './person.module.css';

type Leaver = NonNullable<ResultOf<typeof LEAVER>['leaver']>;

/** How somebody who left gets at their badges, for whoever can send them a link. */
export function AfterLeaving({ person }: { person: PersonView }) {
  const { may } = useViewer();
  const { data } = useQuery(LEAVER, { variables: { personId: person.id }, skip: !may('people.manage') });
  return data?.leaver ? <Standing person={person} leaver={data.leaver} /> : null;
}

function Standing({ person, leaver }: { person: PersonView; leaver: Leaver }) {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  const toast = useToast();
  const [naming, setNaming] = useState(false);
  const [send, { loading, refusal, failed }] = useResultMutation(SEND_CLAIM_LINK, { refetch: ['Leaver'] });
  const again = async () => {
    const { ok } = await send({ personId: person.id, address: null, reason: null });
    if (ok) toast(t('afterLeaving.sent', { name: person.displayName }));
  };
  // t('people:afterLeaving.state.WAITING') t('people:afterLeaving.state.SENT') t('people:afterLeaving.state.USED')
  // t('people:afterLeaving.state.EXPIRED') t('people:afterLeaving.state.NONE')
  const when = leaver.state === 'USED' ? leaver.usedAt : leaver.state === 'EXPIRED' ? leaver.expiresAt : leaver.sentAt;
  // t('people:afterLeaving.proved') t('people:afterLeaving.unproved') t('people:afterLeaving.again') t('people:afterLeaving.send')
  return (
    <Section title={t('afterLeaving.title')}>
      <p className={styles.line}>{t('afterLeaving.badges', { count: leaver.credentials })}</p>
      <p className={styles.line}>{t(leaver.addressProved ? 'afterLeaving.proved' : 'afterLeaving.unproved')}</p>
      <p className={styles.line}>
        {t(`afterLeaving.state.${leaver.state ?? 'NONE'}`, { date: when ? date(when) : '' })}
      </p>
      {refusal && !naming && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && !naming && <RefusalNote>{t('failed')}</RefusalNote>}
      {leaver.credentials > 0 && (
        <p className={styles.below}>
          <Button
            size="small"
            busy={loading && !naming}
            onClick={() => (leaver.addressProved ? void again() : setNaming(true))}
          >
            {t(leaver.state ? 'afterLeaving.again' : 'afterLeaving.send')}
          </Button>
        </p>
      )}
      <p className={styles.below}>
        <TextLink to={`/admin/people/${person.id}/erase`}>{t('afterLeaving.erase')}</TextLink>
      </p>
      {naming && <NameAddress person={person} onClose={() => setNaming(false)} />}
    </Section>
  );
}

/** For whoever proved no address: somebody vouches for the one that they were told. */
function NameAddress({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation('people');
  const toast = useToast();
  const [address, setAddress] = useState('');
  const [reason, setReason] = useState('');
  const [send, { loading, refusal, failed }] = useResultMutation(SEND_CLAIM_LINK, { refetch: ['Leaver'] });
  const submit = async () => {
    const { ok } = await send({ personId: person.id, address: address.trim(), reason: reason.trim() });
    if (!ok) return;
    toast(t('afterLeaving.sent', { name: person.displayName }));
    onClose();
  };
  return (
    <FormDialog
      title={t('afterLeaving.nameTitle', { name: person.displayName })}
      act={t('afterLeaving.send')}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={loading}
      disabled={!address.trim() || !reason.trim()}
      refusal={refusal}
      failed={failed}
      fields={['address', 'reason']}
    >
      <p>{t('afterLeaving.nameBody')}</p>
      <TextInput
        type="email"
        label={t('afterLeaving.address')}
        value={address}
        error={problemAt(refusal, 'address')}
        onChange={(event) => setAddress(event.currentTarget.value)}
        required
        data-autofocus
      />
      <Textarea
        label={t('afterLeaving.reason')}
        value={reason}
        error={problemAt(refusal, 'reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
      />
    </FormDialog>
  );
}
