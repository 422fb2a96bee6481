import { useQuery } from '@apollo/client/react';
import { Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { useViewer } from '../../../lib/viewer.js';
import styles from './dialogs.module.css';
import { CREATE_FRAMEWORK, ROLE_FRAMEWORKS } from './lattice.documents.js';

/** A framework of one's own needs a title and a scale; everything else grows in its draft. */
export function NewFrameworkDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('roles');
  const navigate = useNavigate();
  const { organisation } = useViewer();
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState<'own' | 'other'>('own');
  const [levels, setLevels] = useState(t('startingScale'));
  const [scaleOf, setScaleOf] = useState<string | null>(null);
  const { data } = useQuery(ROLE_FRAMEWORKS);
  const [create, { loading, refusal, failed }] = useResultMutation(CREATE_FRAMEWORK, {
    refetch: ['RoleFrameworks', 'Frameworks'],
  });
  const labels = levels.split('\n').filter((line) => line.trim());
  const ready = title.trim() !== '' && (from === 'own' ? labels.length > 0 : scaleOf !== null);
  const submit = async () => {
    const scale = from === 'own' ? { levels: labels.map((label) => ({ label: label.trim() })) } : { scaleOf };
    const { ok } = await create({ input: { title: title.trim(), ...scale } });
    if (!ok) return;
    onClose();
    void navigate(`/programme/roles?framework=${ok.id}`);
  };
  return (
    <Modal opened onClose={onClose} title={t('newFramework')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void submit();
        }}
      >
        <TextInput
          label={t('frameworkTitle')}
          description={t('publishedBy', { name: organisation?.name ?? '' })}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-autofocus
          required
        />
        <SegmentedChoice
          label={t('scale')}
          hideLabel={false}
          options={[
            { value: 'own', label: t('scaleOwn') },
            { value: 'other', label: t('scaleOther') },
          ]}
          value={from}
          onChange={setFrom}
        />
        {from === 'own' ? (
          <Textarea
            label={t('scaleLevels')}
            description={t('scaleLevelsHint')}
            rows={5}
            value={levels}
            onChange={(event) => setLevels(event.currentTarget.value)}
          />
        ) : (
          <Select
            label={t('scaleOfFramework')}
            description={t('scaleOfFrameworkHint')}
            searchable
            data={(data?.frameworks ?? []).map((each) => ({
              value: each.id,
              label: t('frameworkNamed', { title: each.title, version: each.version }),
            }))}
            value={scaleOf}
            onChange={setScaleOf}
          />
        )}
        {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
        {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!ready} busy={loading}>
            {t('begin')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
