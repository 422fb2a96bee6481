import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Section } from '../../../components/page.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import styles from '../quality.module.css';
import { AGREE_WORTH, type Exemplar, PROPOSE_WORTH } from './calibration.documents.js';

const NONE = 'NONE';

/** What an exemplar is worth and why: one person says so, another agrees or says otherwise. */
export function WorthForm({ exemplar }: { exemplar: Exemplar }) {
  const { t } = useTranslation('quality');
  const { definitive, version, viewerCan } = exemplar;
  const [given, setGiven] = useState<readonly { criterionId: string; level: number | null; reason: string }[]>(
    definitive?.criteria ?? [],
  );
  const again = { refetch: ['Exemplar', 'Exemplars'] };
  const [propose, proposing] = useResultMutation(PROPOSE_WORTH, again);
  const [agree, agreeing] = useResultMutation(AGREE_WORTH, again);
  const edits = viewerCan.includes('edit');
  const put = (criterionId: string, more: { level?: number | null; reason?: string }) =>
    setGiven((now) => {
      const before = now.find((each) => each.criterionId === criterionId) ?? { criterionId, level: null, reason: '' };
      return [...now.filter((each) => each.criterionId !== criterionId), { ...before, ...more }];
    });
  const isComplete = version.rubric.criteria.every(({ id }) =>
    given.some(({ criterionId, reason }) => criterionId === id && reason.trim()),
  );
  const refusal = proposing.refusal ?? agreeing.refusal;
  return (
    <Section title={t('worth.title')}>
      <p className={styles.quiet}>{said(definitive, t)}</p>
      <div className={styles.form}>
        {version.rubric.criteria.map((criterion, index) => {
          const own = given.find(({ criterionId }) => criterionId === criterion.id);
          if (!edits)
            return (
              <article key={criterion.id} className={styles.piece}>
                <h3>
                  {index + 1} {criterion.title}
                </h3>
                <p>
                  <b>{levelWord(criterion.levels, own?.level, t)}</b>
                </p>
                <p>{own?.reason}</p>
              </article>
            );
          return (
            <fieldset key={criterion.id} className={styles.piece}>
              <legend className={styles.name}>
                {index + 1} {criterion.title}
              </legend>
              <SegmentedChoice
                label={t('worth.level', { title: criterion.title })}
                options={[
                  ...criterion.levels.map(({ ordinal, label }) => ({
                    value: String(ordinal),
                    label: `${ordinal} ${label}`,
                  })),
                  { value: NONE, label: t('worth.notApplicable') },
                ]}
                value={own ? (own.level === null ? NONE : String(own.level)) : null}
                onChange={(value) => put(criterion.id, { level: value === NONE ? null : Number(value) })}
              />
              <Textarea
                label={t('worth.reason')}
                value={own?.reason ?? ''}
                onChange={(event) => put(criterion.id, { reason: event.currentTarget.value })}
                autosize
                minRows={2}
                required
              />
            </fieldset>
          );
        })}
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {(proposing.failed ?? agreeing.failed) && <RefusalNote>{t('unreachable')}</RefusalNote>}
        {edits && (
          <div className={styles.acts}>
            {definitive?.viewerCan.includes('agree') && (
              <Button variant="accent" busy={agreeing.loading} onClick={() => void agree({ exemplarId: exemplar.id })}>
                {t('worth.agree')}
              </Button>
            )}
            <Button
              variant="primary"
              disabled={!isComplete}
              busy={proposing.loading}
              onClick={() =>
                void propose({
                  exemplarId: exemplar.id,
                  criteria: given.map(({ criterionId, level, reason }) => ({ criterionId, level, reason })),
                })
              }
            >
              {definitive ? t('worth.proposeAgain') : t('worth.propose')}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

function levelWord(
  levels: readonly { ordinal: number; label: string }[],
  ordinal: number | null | undefined,
  t: Translate,
): string {
  const level = levels.find((each) => each.ordinal === ordinal);
  return level ? `${level.ordinal} ${level.label}` : t('worth.notApplicable');
}

type Translate = ReturnType<typeof useTranslation<'quality'>>['t'];

function said(definitive: Exemplar['definitive'], t: Translate): string {
  if (!definitive) return t('worth.nobody');
  const one = definitive.proposedBy.displayName;
  if (!definitive.agreedBy) return t('worth.one', { one });
  return t('worth.two', { one, two: definitive.agreedBy.displayName });
}
