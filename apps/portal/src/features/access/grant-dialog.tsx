import { useQuery } from '@apollo/client/react';
import type { Role } from '@assay/access';
import { Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Note, RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { useRoleName } from '../../lib/role-names.js';
import { useToday } from '../../lib/use-today.js';
import { GIVE_ROLE, ROLES_OFFERED } from './access.documents.js';
import styles from './access.module.css';
import { AchievementField, type Named, PersonField, UnitField } from './grant-fields.js';
import { RoleOpens } from './role-opens.js';

const FIELDS = ['personId', 'role', 'scopeUnitId', 'scopeAchievementId', 'startsAt', 'endsAt', 'reason'];

interface Props {
  /** Whom the page is about already. */
  person: Named | null;
  onClose: () => void;
}

/** Gives a role: to whom, which, how far, how long and why. Says before what it opens and whether two must agree. */
export function GrantDialog({ person, onClose }: Props) {
  const { t } = useTranslation('access');
  const roleName = useRoleName();
  const toast = useToast();
  const today = useToday();
  const { data } = useQuery(ROLES_OFFERED);
  const [given, setGiven] = useState({
    person,
    role: null as Role | null,
    unit: null as Named | null,
    achievement: null as Named | null,
    startsOn: '',
    endsOn: '',
    reason: '',
  });
  const set = (next: Partial<typeof given>) => setGiven((now) => ({ ...now, ...next }));
  const [give, { loading, refusal, failed }] = useResultMutation(GIVE_ROLE, {
    refetch: ['RoleGrants', 'WaitingGrants', 'RolesOffered'],
  });
  const offered = data?.rolesOffered.filter(({ grantable }) => grantable) ?? [];
  const chosen = offered.find(({ role }) => role === given.role);
  const problems = refusal?.__typename === 'InvalidInput' ? refusal.problems : [];
  const problem = (field: string) => problems.find((each) => each.field === field)?.message;
  const said = refusal && (problems.length === 0 || problems.some(({ field }) => !FIELDS.includes(field)));
  const ready = given.person && given.role && given.reason.trim();
  const send = async () => {
    if (!given.person || !given.role) return;
    const { ok } = await give({
      input: {
        personId: given.person.id,
        role: given.role,
        scopeUnitId: given.unit?.id ?? null,
        scopeAchievementId: given.achievement?.id ?? null,
        startsOn: given.startsOn || null,
        endsOn: given.endsOn || null,
        reason: given.reason.trim(),
      },
    });
    if (!ok) return;
    const names = { name: given.person.name, role: roleName(given.role) };
    toast(ok.state === 'PROPOSED' ? t('give.asked', names) : t('give.done', names));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('give.title')} size={600} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void send();
        }}
      >
        <PersonField
          label={t('columns.person')}
          value={given.person}
          onChange={(next) => set({ person: next })}
          error={problem('personId')}
          required
          data-autofocus
        />
        <Select
          label={t('columns.role')}
          data={offered.map(({ role }) => ({ value: role, label: roleName(role) }))}
          value={given.role}
          onChange={(role) => set({ role })}
          error={problem('role')}
          required
        />
        {chosen && <RoleOpens role={chosen} byUnit={given.unit !== null} byAchievement={given.achievement !== null} />}
        <UnitField
          label={t('give.unit')}
          description={t('give.unitHint')}
          value={given.unit}
          onChange={(unit) => set({ unit })}
          error={problem('scopeUnitId')}
        />
        <AchievementField
          label={t('give.achievement')}
          description={t('give.achievementHint')}
          value={given.achievement}
          onChange={(achievement) => set({ achievement })}
          error={problem('scopeAchievementId')}
        />
        <TextInput
          type="date"
          label={t('give.from')}
          description={t('give.fromHint')}
          min={today}
          value={given.startsOn}
          onChange={(event) => set({ startsOn: event.currentTarget.value })}
          error={problem('startsAt')}
        />
        <TextInput
          type="date"
          label={t('give.until')}
          description={t('give.untilHint')}
          min={given.startsOn || today}
          value={given.endsOn}
          onChange={(event) => set({ endsOn: event.currentTarget.value })}
          error={problem('endsAt')}
        />
        <Textarea
          className={styles.whole}
          label={t('columns.reason')}
          description={t('give.reasonHint')}
          value={given.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
          error={problem('reason')}
          maxLength={500}
          required
        />
        <div className={styles.whole}>
          {chosen && (
            <Note tone={chosen.approval ? 'amber' : 'plain'}>{chosen.approval ? t('give.two') : t('give.one')}</Note>
          )}
          {said && <RefusalNote>{refusal.message}</RefusalNote>}
          {failed && <RefusalNote>{t('failed')}</RefusalNote>}
        </div>
        <div className={`${styles.whole} ${styles.acts}`}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={loading} disabled={!ready}>
            {chosen?.approval ? t('give.ask') : t('give.act')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
