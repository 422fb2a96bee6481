import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { LevelTile } from '../../../components/level-tile.js';
import { RefusalNote } from '../../../components/states.js';
import { useToast } from '../../../components/toast.js';
import { useResultMutation } from '../../../lib/result.js';
import { type Crosswalk, SAVE_CROSSWALK, type ScaleInUse } from './crosswalk.documents.js';
import styles from './waiting.module.css';

interface Props {
  scales: readonly ScaleInUse[];
  crosswalks: readonly Crosswalk[];
  begun: Crosswalk | null;
  onClose: () => void;
}

/** Level by level: which levels of the other scale it means. */
export function CrosswalkForm({ scales, crosswalks, begun, onClose }: Props) {
  const { t } = useTranslation('frameworks');
  const toast = useToast();
  const [fromId, setFrom] = useState<string | null>(begun?.fromScale.id ?? null);
  const [toId, setTo] = useState<string | null>(begun?.toScale.id ?? null);
  const [reason, setReason] = useState(begun?.reason ?? '');
  const [pairs, setPairs] = useState<ReadonlyMap<number, readonly number[]>>(
    () => new Map(begun?.pairs.map(({ from, to }) => [from, to])),
  );
  const [save, { loading, refusal, failed }] = useResultMutation(SAVE_CROSSWALK, { refetch: ['ScaleCrosswalks'] });
  const from = scales.find(({ scale }) => scale.id === fromId)?.scale;
  const to = scales.find(({ scale }) => scale.id === toId)?.scale;
  const choices = scales.map(({ scale, frameworks }) => ({
    value: scale.id,
    label: `${scale.name} (${scale.levels.length}): ${frameworks.join(', ')}`,
  }));
  const draft = crosswalks.find(
    (each) => each.state === 'DRAFT' && each.fromScale.id === fromId && each.toScale.id === toId,
  );
  const toggle = (level: number, other: number) =>
    setPairs((now) => {
      const before = now.get(level) ?? [];
      return new Map(now).set(
        level,
        before.includes(other) ? before.filter((each) => each !== other) : [...before, other],
      );
    });
  const submit = async () => {
    if (!from || !to) return;
    const { ok } = await save({
      input: {
        fromScaleId: from.id,
        toScaleId: to.id,
        reason,
        pairs: from.levels.map(({ ordinal }) => ({ from: ordinal, to: [...(pairs.get(ordinal) ?? [])] })),
        expectedRevision: draft?.revision ?? null,
      },
    });
    if (!ok) return;
    toast(t('scales.saved'));
    onClose();
  };
  return (
    <form
      className={styles.walk}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles.scales}>
        <Select label={t('scales.from')} data={choices} value={fromId} disabled={begun !== null} onChange={setFrom} />
        <Select
          label={t('scales.to')}
          data={choices.filter(({ value }) => value !== fromId)}
          value={toId}
          disabled={begun !== null}
          onChange={setTo}
        />
      </div>
      {from && to && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{from.name}</th>
              <th scope="col">{t('scales.means')}</th>
            </tr>
          </thead>
          <tbody>
            {from.levels.map((level) => (
              <tr key={level.id}>
                <th scope="row">
                  <span className={styles.tiles}>
                    <LevelTile level={level.ordinal} size="small" /> {level.label}
                  </span>
                </th>
                <td>
                  <span className={styles.tiles}>
                    {to.levels.map((other) => (
                      <label key={other.id}>
                        <input
                          type="checkbox"
                          checked={pairs.get(level.ordinal)?.includes(other.ordinal) ?? false}
                          onChange={() => toggle(level.ordinal, other.ordinal)}
                        />
                        {other.ordinal} {other.label}
                      </label>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Textarea
        label={t('scales.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        required
      />
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
      <div className={styles.acts}>
        <Button type="submit" variant="primary" disabled={!from || !to || !reason.trim()} busy={loading}>
          {t('scales.save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
