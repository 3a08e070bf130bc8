import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '../../shared/frame/form-drawer';
import { Fields } from '../../shared/frame/form-screen';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { inputOf, ProjectFields, type ProjectWords, useSeesBudget } from './project-fields';

const ProjectEdit_project = graphql(`
  fragment ProjectEdit_project on Project { id version name description startsOn dueOn budgetCents manager { id name } }
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

/** Changes a project. `opened` is the version the form shows: nobody overwrites what they never saw. */
export default function ProjectEdit({ close, reread, ...props }: ProjectEditProps) {
  const { t } = useTranslation();
  const { id, version, manager, ...now } = readFragment(ProjectEdit_project, props.project);
  const seesBudget = useSeesBudget();
  const { submit, pending, errorsByPath } = useSubmit(AdminUpdateProject);
  const saved: ProjectWords = {
    name: now.name,
    description: now.description ?? '',
    startsOn: now.startsOn ?? '',
    dueOn: now.dueOn ?? '',
    managerId: manager?.id ?? null,
    budgetCents: now.budgetCents,
  };
  const [words, setWords] = useState(saved);
  const [opened, take] = useState(version);

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
    <FormDrawer
      title={t('projects.edit')}
      pending={pending}
      send={() => void send()}
      close={close}
      takeTheirs={
        version === opened
          ? undefined
          : () => {
              setWords(saved);
              take(version);
            }
      }
    >
      <Fields>
        <ProjectFields words={words} set={(patch) => setWords((before) => ({ ...before, ...patch }))} errors={errorsByPath} />
      </Fields>
    </FormDrawer>
  );
}
