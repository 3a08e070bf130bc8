import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { ProjectDiscussion } from '../../shared/project/project-discussion';
import { Failure } from '../../shared/ui/failure';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { Milestones } from '../project/milestones';

const PrestataireMissionProject = graphql(`
  query PrestataireMissionProject($id: ID!) {
    project(id: $id) {
      id name
      milestones { id ...Milestones_milestone }
      viewerCan { comment }
    }
  }
`);

/** What the mission is a part of: the milestones, and the talk with the customer and our own people. */
export function MissionProject({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(PrestataireMissionProject, { variables: { id } });
  const project = data?.project;
  if (data && !project) return null;
  return (
    <>
      <Section
        title={project ? t('mission.project', { name: project.name }) : t('mission.ofProject')}
        action={
          <Button component={Link} to={`/projects/${id}`} size="xs" variant="subtle" color="gray">
            {t('mission.seeProject')}
          </Button>
        }
      >
        {error && !project && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
        {!data && !error && <RowsSkeleton rows={3} columns={1} />}
        {project && <Milestones milestones={project.milestones} />}
      </Section>
      {project && <ProjectDiscussion reader="prestataire" id={id} canComment={project.viewerCan.comment} />}
    </>
  );
}
