import { useQuery } from '@apollo/client/react';
import { Select, TextInput } from '@mantine/core';
import { HALLMARK } from '@assay/credential';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { ErrorState, LoadingRows, Note, RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAddress } from '../../../lib/use-address.js';
import { BadgePreview } from './badge-preview.js';
import {
  ARCHIVE_TEMPLATE,
  BADGE_TEMPLATES,
  BRAND_KIT,
  type Inks,
  SAVE_TEMPLATE,
  type Slots,
  type Template,
} from './badges.documents.js';
import { SavedHead } from './saved-head.js';
import { SlotFields, type SlotValues } from './slot-fields.js';
import { EarlierLooks, TemplatesTakenOut } from './earlier-looks.js';
import { ShownVersion } from './shown-version.js';
import { useSaved } from './use-saved.js';
import { numberIn } from './versions-list.js';
import styles from './studio.module.css';

/** The hallmark as a template: what badges have until somebody chooses otherwise. */
export const HALLMARK_SLOTS: Slots = {
  shape: HALLMARK.shape,
  ring: HALLMARK.ring,
  band: HALLMARK.band,
  centre: HALLMARK.centre,
  icon: HALLMARK.icon,
  type: HALLMARK.type,
  marks: [...HALLMARK.marks],
  inks: null,
};

/** Looks that several badges share. The hallmark is always there and is not changed; others begin as a copy. */
export function TemplatesPart() {
  const { t } = useTranslation('studio');
  const [chosen, choose] = useAddress('template');
  const { data, error, refetch } = useQuery(BADGE_TEMPLATES);
  const kit = useQuery(BRAND_KIT).data?.brandKit;
  const [add, { loading, refusal }] = useResultMutation(SAVE_TEMPLATE, { refetch: ['BadgeTemplates'] });
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!data || !kit) return <LoadingRows />;
  const template = data.badgeTemplates.find(({ id }) => id === chosen) ?? null;
  const slots = template ? slotsOf(template) : HALLMARK_SLOTS;
  const copy = async () => {
    const { ok } = await add({ name: t('templates.newName'), slots, expectedRevision: 0 });
    if (ok) choose(ok.id);
  };
  return (
    <div className={styles.studio}>
      <div className={styles.form}>
        <div className={styles.chooser}>
          <Select
            label={t('templates.label')}
            data={[
              { value: '', label: t('templates.hallmark') },
              ...data.badgeTemplates.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={template?.id ?? ''}
            allowDeselect={false}
            onChange={(id) => choose(id ?? '')}
          />
          <Button icon={<IconPlus size={16} stroke={1.6} aria-hidden />} busy={loading} onClick={() => void copy()}>
            {t('templates.copy')}
          </Button>
        </div>
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {template ? (
          <TemplateForm
            key={template.id}
            template={template}
            kitInks={kit.inks}
            reload={async () => (await refetch()).data?.badgeTemplates.find(({ id }) => id === template.id)}
            onGone={() => choose('')}
          />
        ) : (
          <Note>{t('templates.hallmarkNote')}</Note>
        )}
        {!template && <TemplatesTakenOut onBack={choose} />}
      </div>
      {!template && (
        <div className={styles.side}>
          <BadgePreview name={t('templates.hallmark')} input={{ template: slots }} />
        </div>
      )}
    </div>
  );
}

interface Props {
  template: Template;
  kitInks: Inks;
  reload: () => Promise<Template | undefined>;
  onGone: () => void;
}

interface Value {
  name: string;
  slots: Slots;
}

function TemplateForm({ template, kitInks, reload, onGone }: Props) {
  const { t } = useTranslation('studio');
  const [save] = useResultMutation(SAVE_TEMPLATE);
  const state = useSaved<Value>(valueOf(template), template.revision, ({ name, slots }, expectedRevision) =>
    save({ id: template.id, name, slots, expectedRevision }),
  );
  const { date } = useFormat();
  const [looked, setLook] = useAddress('look');
  const look = template.earlier.find(({ revision }) => revision === numberIn(looked));
  const { value, change } = state;
  return (
    <>
      <SavedHead
        state={state}
        onTheirs={() => void reload().then((theirs) => theirs && state.takeTheirs(valueOf(theirs), theirs.revision))}
      />
      <TextInput
        label={t('templates.name')}
        value={value.name}
        onChange={({ target }) => change({ ...value, name: target.value })}
      />
      <SlotFields
        value={value.slots}
        kitInks={kitInks}
        onChange={(slots: SlotValues) => change({ ...value, slots: { ...value.slots, ...slots } as Slots })}
      />
      <EarlierLooks looks={template.earlier} shown={look?.revision ?? null} onShow={(it) => setLook(String(it))} />
      <ArchiveAct template={template} onGone={onGone} />
      <div className={styles.side}>
        {look ? (
          <ShownVersion
            title={t('versions.lookOf', { name: look.name, date: date(look.changedAt) })}
            found={look}
            error={undefined}
            onRetry={() => undefined}
            onClose={() => setLook('')}
            onBringBack={() => state.replace({ name: look.name, slots: slotsOf(look) })}
          >
            <BadgePreview name={look.name} input={{ template: slotsOf(look) }} />
          </ShownVersion>
        ) : (
          <BadgePreview name={value.name} input={{ template: value.slots }} />
        )}
      </div>
    </>
  );
}

function ArchiveAct({ template, onGone }: { template: Template; onGone: () => void }) {
  const { t } = useTranslation('studio');
  const [asking, setAsking] = useState(false);
  const [archive, { loading, refusal }] = useResultMutation(ARCHIVE_TEMPLATE, {
    refetch: ['BadgeTemplates', 'BadgeTemplatesTakenOut'],
  });
  const confirm = async () => {
    const { ok } = await archive({ id: template.id });
    if (ok) onGone();
  };
  return (
    <div className={styles.use}>
      <Button onClick={() => setAsking(true)}>{t('templates.archive')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('templates.archiveTitle', { name: template.name })}
        act={t('templates.archive')}
        busy={loading}
        refusal={refusal?.message}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
      >
        <p>{t('templates.archiveBody')}</p>
      </ConfirmDialog>
    </div>
  );
}

const valueOf = (template: Template): Value => ({ name: template.name, slots: slotsOf(template) });

/** A template's slots as they are sent. */
export function slotsOf({
  slots: { shape, ring, band, centre, icon, type, marks, inks },
}: Pick<Template, 'slots'>): Slots {
  const colours = inks && { ground: inks.ground, gilt: inks.gilt, line: inks.line, text: inks.text };
  return { shape, ring, band, centre, icon, type, marks: [...marks], inks: colours };
}
