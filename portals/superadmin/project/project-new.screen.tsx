import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CustomerPicker } from '../../shared/customer/customer-picker';
import { Fields, FormScreen, WideField } from '../../shared/frame/form-screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import { useOnce } from '../../shared/graphql/use-once';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { Section } from '../../shared/ui/section';
import css from './project.module.css';
import { inputOf, ProjectFields, type ProjectWords, useSeesBudget } from './project-fields';

const AdminCreateProject = graphql(`
  mutation AdminCreateProject($input: CreateProjectInput!) {
    createProject(input: $input) { project { id name } userErrors { path code message } }
  }
`);

type Milestone = { key: string; title: string; dueOn: string };
const blank: ProjectWords = { name: '', description: '', startsOn: '', dueOn: '', managerId: null, budgetCents: null };
const blankMilestone = (): Milestone => ({ key: crypto.randomUUID(), title: '', dueOn: '' });

/** `?customer=` says for whom. */
export function ProjectNew() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { get } = useUrlState();
  const seesBudget = useSeesBudget();
  const keyOf = useOnce();
  const { submit, pending, errorsByPath: errors } = useSubmit(AdminCreateProject);
  const [customerId, setCustomer] = useState<string | null>(get('customer'));
  const [needCustomer, setNeedCustomer] = useState(false);
  const [words, setWords] = useState(blank);
  const [milestones, setMilestones] = useState<Milestone[]>([]);
  const setMilestone = (key: string, patch: Partial<Milestone>) =>
    setMilestones((all) => all.map((one) => (one.key === key ? { ...one, ...patch } : one)));

  async function send(): Promise<void> {
    setNeedCustomer(!customerId);
    if (!customerId) return;
    const input = {
      customerId,
      ...inputOf(words, seesBudget),
      milestones: milestones.map(({ title, dueOn }) => ({ title, dueOn: dueOn || null })),
    };
    const payload = await submit(
      { input: { ...input, idempotencyKey: keyOf(input) } },
      { refetchQueries: ['AdminProjects', 'AdminProjectFigures', 'AdminHome'] },
    );
    if (!payload?.project) return;
    done(t('projects.created', { name: payload.project.name }));
    void navigate(`/projects/${payload.project.id}`);
  }

  return (
    <FormScreen
      title={t('projects.new')}
      crumbs={[[t('nav.projects'), '/projects'], [t('projects.new')]]}
      action={t('projects.create')}
      pending={pending}
      send={() => void send()}
      back="/projects"
    >
      <Section title={t('projects.about')}>
        <Fields>
          <WideField>
            <CustomerPicker
              required
              value={customerId}
              change={setCustomer}
              error={needCustomer ? t('projects.needCustomer') : errors.customerId}
            />
          </WideField>
          <ProjectFields
            words={words}
            set={(patch) => setWords((now) => ({ ...now, ...patch }))}
            errors={errors}
            nobody={t('projects.you')}
          />
        </Fields>
      </Section>
      <Section title={t('milestones.title')} count={milestones.length}>
        <div className={css.stack}>
          {milestones.map(({ key, title, dueOn }, i) => (
            <fieldset key={key} className={css.milestone} aria-label={t('milestones.at', { place: i + 1 })}>
              <TextInput
                aria-label={t('milestones.new')}
                placeholder={t('milestones.new')}
                value={title}
                onChange={(event) => setMilestone(key, { title: event.currentTarget.value })}
                error={errors[`milestones.${i}.title`]}
              />
              <TextInput
                type="date"
                aria-label={t('milestones.dueOn')}
                value={dueOn}
                onChange={(event) => setMilestone(key, { dueOn: event.currentTarget.value })}
                error={errors[`milestones.${i}.dueOn`]}
              />
              <ActionIcon
                aria-label={t('milestones.remove', { place: i + 1 })}
                onClick={() => setMilestones(milestones.filter((one) => one.key !== key))}
              >
                <IconTrash size={16} stroke={1.7} />
              </ActionIcon>
            </fieldset>
          ))}
          <div>
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              leftSection={<IconPlus size={14} stroke={1.8} />}
              onClick={() => setMilestones([...milestones, blankMilestone()])}
            >
              {t('milestones.add')}
            </Button>
          </div>
        </div>
      </Section>
    </FormScreen>
  );
}
