import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { dateShort } from '../../shared/ui/format';
import { isPast } from '../../shared/ui/paris';
import { Section } from '../../shared/ui/section';
import { MilestoneActions } from './milestone-actions';
import css from './project.module.css';

const AdminProjectMilestones_project = graphql(`
  fragment AdminProjectMilestones_project on Project {
    id progress
    milestones { id position title dueOn doneAt viewerCan { complete reopen } }
    viewerCan { update addMilestone }
  }
`);
const AdminCompleteMilestone = graphql(`
  mutation AdminCompleteMilestone($input: MilestoneInput!) {
    completeMilestone(input: $input) {
      milestone { id project { id ...AdminProjectMilestones_project } }
      userErrors { path code message }
    }
  }
`);
const AdminReopenMilestone = graphql(`
  mutation AdminReopenMilestone($input: MilestoneInput!) {
    reopenMilestone(input: $input) {
      milestone { id project { id ...AdminProjectMilestones_project } }
      userErrors { path code message }
    }
  }
`);
const AdminAddMilestone = graphql(`
  mutation AdminAddMilestone($input: AddMilestoneInput!) {
    addMilestone(input: $input) {
      milestone { id project { id ...AdminProjectMilestones_project } }
      userErrors { path code message }
    }
  }
`);

/** The milestones in their order: tick what is reached, add what is to come. */
export function ProjectMilestones(props: { project: FragmentType<typeof AdminProjectMilestones_project> }) {
  const { t } = useTranslation();
  const { id, milestones, viewerCan } = readFragment(AdminProjectMilestones_project, props.project);
  const complete = useSubmit(AdminCompleteMilestone, { fields: [] });
  const reopen = useSubmit(AdminReopenMilestone, { fields: [] });
  const [ticking, setTicking] = useState<string>();
  async function tick(id: string, { submit }: typeof complete | typeof reopen): Promise<void> {
    if (ticking) return;
    setTicking(id);
    await submit({ input: { id } });
    setTicking(undefined);
  }
  return (
    <Section title={t('milestones.title')} count={milestones.length}>
      {!milestones.length && <p className={css.nothing}>{t('milestones.none')}</p>}
      <ol className={css.steps}>
        {milestones.map(({ id: key, position, title, dueOn, doneAt, viewerCan: can }) => (
          <li key={key} className={css.step} data-done={doneAt ? true : undefined}>
            <Checkbox
              // What was ticked shows at once; the server's word follows, or takes it back.
              checked={Boolean(doneAt) !== (ticking === key)}
              disabled={ticking !== key && (doneAt ? !can.reopen : !can.complete)}
              aria-label={title}
              onChange={() => void tick(key, doneAt ? reopen : complete)}
            />
            <span className={css.title}>{title}</span>
            <span className={css.when} data-late={(!doneAt && isPast(dueOn)) || undefined}>
              {doneAt ? t('milestones.reached', { date: dateShort(doneAt) }) : dueOn && dateShort(dueOn)}
            </span>
            {viewerCan.update && (
              <MilestoneActions milestone={{ id: key, title, dueOn, position }} last={position === milestones.length} />
            )}
          </li>
        ))}
      </ol>
      {viewerCan.addMilestone && <AddMilestone projectId={id} />}
    </Section>
  );
}

function AddMilestone({ projectId }: { projectId: string }) {
  const { t } = useTranslation();
  const { submit, pending, errorsByPath } = useSubmit(AdminAddMilestone, { fields: ['title', 'dueOn'] });
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState('');
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const payload = await submit({ input: { projectId, title, dueOn: dueOn || null } });
    if (!payload) return;
    setTitle('');
    setDueOn('');
  }
  return (
    <form className={css.add} onSubmit={(event) => void send(event)} noValidate>
      <TextInput
        aria-label={t('milestones.new')}
        placeholder={t('milestones.new')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={errorsByPath.title}
      />
      <TextInput
        type="date"
        aria-label={t('milestones.dueOn')}
        value={dueOn}
        onChange={(event) => setDueOn(event.currentTarget.value)}
        error={errorsByPath.dueOn}
      />
      <Button type="submit" variant="default" loading={pending}>
        {t('milestones.add')}
      </Button>
    </form>
  );
}
