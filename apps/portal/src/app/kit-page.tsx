import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Button, LinkButton } from '../components/button.js';
import { Chip, Count, StatusWord } from '../components/chip.js';
import { ConfirmDialog } from '../components/confirm-dialog.js';
import { DataTable } from '../components/data-table.js';
import { FileDrop, UploadRow } from '../components/file-drop.js';
import { FilterBar, FilterMenu, FilterToggle, SearchBox } from '../components/filter-bar.js';
import { Figure, KeyValues } from '../components/key-values.js';
import { Keycap } from '../components/keycap.js';
import { LevelBar } from '../components/level-bar.js';
import { LevelTile } from '../components/level-tile.js';
import { Page, PageHeader, Section } from '../components/page.js';
import { ReadinessBar, ReadinessRuler } from '../components/readiness-bar.js';
import { SaveState } from '../components/save-state.js';
import { SegmentedChoice } from '../components/segmented-choice.js';
import { StandingShape } from '../components/standing-shape.js';
import { EmptyState, ErrorState, FilteredState, LoadingRows, Note, RefusalNote } from '../components/states.js';
import { StepBar, Timeline } from '../components/timeline.js';
import { useToast } from '../components/toast.js';
import styles from './kit-page.module.css';

const SWATCHES = ['ink', 'ink-2', 'ink-3', 'accent', 'gilt', 'red', 'amber', 'green', 'field'];
const NOW = new Date();
const PEOPLE = [
  { id: 'a', name: 'Systems integration', level: 3 },
  { id: 'b', name: 'Data modelling', level: 2 },
];

/** Every part on one sheet, to be held beside the picture of the foundations. For those who build; not translated. */
export function KitPage() {
  const [answer, setAnswer] = useState<'yes' | 'no' | 'query' | null>('yes');
  const [selected, setSelected] = useState<string | null>('a');
  const [asking, setAsking] = useState(false);
  const [search, setSearch] = useState('');
  const toast = useToast();
  return (
    <Page title="Kit" width="reading">
      <PageHeader
        title="Assay, the visual language"
        above={<SaveState saving={{ state: 'saved', at: NOW }} />}
        aside={<Figure value="2 of 6">held by you</Figure>}
        acts={<Button onClick={() => setAsking(true)}>Withdraw</Button>}
      />
      <main className={styles.columns}>
        <div>
          <Section title="Colour">
            <div className={styles.swatches}>
              {SWATCHES.map((name) => (
                <span key={name}>
                  <i style={{ background: `var(--${name})` }} />
                  {name}
                </span>
              ))}
            </div>
          </Section>
          <Section title="Proficiency 0 to 5, the number always shown">
            <div className={styles.tiles}>
              {[0, 1, 2, 3, 4, 5].map((level) => (
                <LevelTile key={level} level={level} size="large" />
              ))}
            </div>
            <div className={styles.line}>
              <LevelTile level={2} goal /> <LevelTile level={3} lapsed /> <LevelTile level={3} size="small" />
              <LevelBar steps={4} verified={2} claimed={3} needed={3} label="2 of 4, 3 needed" />
              <LevelBar steps={4} observed={2} needed={2} label="observed 2 of 4" />
            </div>
          </Section>
          <Section title="Where a level comes from: shape and word, never colour alone">
            <div className={styles.line}>
              {(['verified', 'observed', 'claimed', 'lapsed', 'unchecked'] as const).map((standing) => (
                <span key={standing} className={styles.line}>
                  <StandingShape standing={standing} size={22} /> {standing}
                </span>
              ))}
            </div>
            <ReadinessBar standing="verified" word="Verified" share={0.68} />
            <ReadinessBar standing="claimed" word="Claimed" share={0.93} />
            <ReadinessRuler>10 skills, equal weight.</ReadinessRuler>
          </Section>
          <Section title="Acts">
            <div className={styles.line}>
              <Button variant="primary" hotkey="n" size="large">
                Take the next one
              </Button>
              <Button>Put back</Button>
              <Button variant="accent">Claim</Button>
              <Button variant="quiet">Link</Button>
              <Button variant="danger">Revoke</Button>
              <Button disabled>Disabled</Button>
              <LinkButton to="/">Go</LinkButton>
              <SegmentedChoice
                label="Valid"
                value={answer}
                onChange={setAnswer}
                options={[
                  { value: 'yes', label: 'Yes' },
                  { value: 'no', label: 'No' },
                  { value: 'query', label: 'Query' },
                ]}
              />
              <Chip tone="amber">Today 17:00</Chip>
              <Chip tone="red">1 day over</Chip>
              <Chip tone="gilt">High stakes</Chip>
              <Chip>Renewal</Chip>
              <Count>7</Count>
              <Keycap>J</Keycap>
              <Keycap large>3</Keycap>
              <StatusWord tone="green">No file seen before</StatusWord>
            </div>
          </Section>
          <Section title="Fields">
            <div className={styles.fields}>
              <TextInput label="Name" description="As on the badge" defaultValue="Systems integration" />
              <TextInput label="Mail" error="This address is already somebody's." />
              <Select label="Level" data={['Working', 'Practitioner']} defaultValue="Practitioner" />
              <Textarea label="Reflection" />
              <Checkbox label="It is my own work" defaultChecked />
            </div>
          </Section>
        </div>
        <div>
          <Section title="Table">
            <DataTable
              label="Skills"
              columns={[
                { id: 'name', head: 'Skill', cell: (row) => row.name, phone: true },
                { id: 'level', head: 'Level', align: 'end', cell: (row) => row.level, phone: true },
              ]}
              rows={PEOPLE}
              rowId={(row) => row.id}
              selectedId={selected}
              onSelect={(row) => setSelected(row.id)}
              empty={null}
            />
          </Section>
          <FilterBar end={<SearchBox label="Search" value={search} onChange={setSearch} />}>
            <FilterToggle active onToggle={() => undefined}>
              Can take
            </FilterToggle>
            <FilterMenu label="Due" value="any" options={[{ value: 'any', label: 'any' }]} onChange={() => undefined} />
          </FilterBar>
          <Section title="States">
            <div className={styles.fields}>
              <EmptyState title="No evidence yet" act={<Button>Add evidence</Button>}>
                Add what you have. You can link it to criteria later.
              </EmptyState>
              <ErrorState title="Upload stopped" act={<Button>Go on from 62 %</Button>}>
                118 MB are kept. The network went at 10:42.
              </ErrorState>
              <FilteredState filters={3} without={1284} onClear={() => toast('Cleared', { undo: () => undefined })} />
              <LoadingRows rows={4} />
              <RefusalNote>Ade Bello holds it until 10:41.</RefusalNote>
              <Note>Nothing is lost if you leave.</Note>
            </div>
          </Section>
          <Section title="Files">
            <FileDrop onFiles={() => undefined} hint="PDF, pictures, video to 100 MB" />
            <UploadRow
              name="Failover drill.mp4"
              share={0.62}
              state="running"
              sentence="118 of 190 MB"
              onPause={() => undefined}
            />
            <UploadRow
              name="Plan.pdf"
              share={0.4}
              state="failed"
              sentence="4 MB are kept."
              onResume={() => undefined}
            />
          </Section>
          <Section title="Timeline">
            <Timeline
              label="Timeline"
              entries={[
                { id: '1', what: 'Handed in', when: 'Mon 16 Nov', state: 'done' },
                { id: '2', what: 'In marking', when: 'since Fri 20 Nov', state: 'now' },
                { id: '3', what: 'Released', when: '', state: 'ahead' },
              ]}
            />
            <StepBar steps={5} done={3.5} label="3 of 5" />
            <KeyValues items={[{ name: 'Rubric', value: '6 criteria, 3 must pass' }]} />
          </Section>
        </div>
      </main>
      <ConfirmDialog
        open={asking}
        title="Withdraw this submission"
        act="Withdraw"
        danger
        reasonLabel="Why"
        onConfirm={() => setAsking(false)}
        onClose={() => setAsking(false)}
      >
        <p>Assessors no longer see it. Your evidence stays in your library.</p>
      </ConfirmDialog>
    </Page>
  );
}
