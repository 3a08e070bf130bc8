import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomerChoices } from '../../shared/customer/use-customer-choices';
import { FormDrawer } from '../../shared/frame/form-drawer';
import { FormNotices } from '../../shared/frame/form-notices';
import { Fields } from '../../shared/frame/form-screen';
import { useMeanwhile } from '../../shared/frame/use-meanwhile';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { date, money } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { inputOf, ProjectFields, type ProjectWords, useSeesBudget } from './project-fields';

const ProjectEdit_project = graphql(`
  fragment ProjectEdit_project on Project { id version name description startsOn dueOn budgetCents currency manager { id name } }
`);
const AdminUpdateProject = graphql(`
  mutation AdminUpdateProject($input: UpdateProjectInput!) {
    updateProject(input: $input) { project { id currency ...ProjectEdit_project } userErrors { path code message } }
  }
`);

type ProjectEditProps = {
  project: FragmentType<typeof ProjectEdit_project>;
  close: () => void;
  /** Reads the project again, once somebody else has changed it. */
  reread: () => void;
};

/** Changes a project. `opened` is the version the person knows: nobody overwrites what they never saw. */
export default function ProjectEdit({ close, reread, ...props }: ProjectEditProps) {
  const { t } = useTranslation();
  const { id, version, manager, currency, ...now } = readFragment(ProjectEdit_project, props.project);
  const seesBudget = useSeesBudget();
  const { submit, pending, errorsByPath, refused } = useSubmit(AdminUpdateProject, { says: ['CONFLICT'] });
  const { team } = useCustomerChoices();
  const saved: ProjectWords = {
    name: now.name,
    description: now.description ?? '',
    startsOn: now.startsOn ?? '',
    dueOn: now.dueOn ?? '',
    managerId: manager?.id ?? null,
    budgetCents: now.budgetCents,
  };
  const [words, setWords] = useState(saved);
  const { opened, meanwhile, movedOn } = useMeanwhile({ saved, version, words, set: setWords, pending });

  const shown = (field: string, value: unknown): string => {
    if (value === null || value === '') return '';
    if (field === 'managerId') return team.find((one) => one.value === value)?.label ?? '';
    if (field === 'budgetCents') return money(Number(value), currency);
    return field.endsWith('On') ? date(String(value)) : String(value);
  };

  async function send(): Promise<void> {
    const payload = await submit(
      { input: { id, version: opened, ...inputOf(words, seesBudget) } },
      { refetchQueries: ['AdminProjects', 'AdminProjectFigures'] },
    );
    if (!payload?.project) return reread();
    done(t('projects.saved', { name: words.name }));
    close();
  }

  return (
    <FormDrawer title={t('projects.edit')} pending={pending} send={() => void send()} close={close}>
      <FormNotices
        subject={id}
        meanwhile={meanwhile}
        late={refused === 'CONFLICT'}
        movedOn={movedOn}
        label={(field) => t(`projects.${field.replace(/Id$|Cents$/, '')}` as 'projects.name')}
        show={shown}
      />
      <Fields>
        <ProjectFields words={words} set={(patch) => setWords((before) => ({ ...before, ...patch }))} errors={errorsByPath} />
      </Fields>
    </FormDrawer>
  );
}
