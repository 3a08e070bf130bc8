import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Items, Text } from '../../core/inputs.js';
import { Project, ProjectStatus } from './project.entity.js';
import { ProjectComment } from './project-comment.entity.js';

export const ProjectConnection = Connection(Project);
export const ProjectCommentConnection = Connection(ProjectComment);

export enum ProjectSort {
  DUE_ON = 'dueOrder',
  NAME = 'name',
  REFERENCE = 'reference',
  CREATED_AT = 'createdAt',
  UPDATED_AT = 'updatedAt',
}
registerEnumType(ProjectSort, {
  name: 'ProjectSort',
  description: 'What a list of projects is sorted by.',
  valuesConfig: {
    DUE_ON: { description: 'The day they are due; those without one as if it were far away.' },
    NAME: { description: 'Their name.' },
    REFERENCE: { description: 'Our reference.' },
    CREATED_AT: { description: 'When they were opened.' },
    UPDATED_AT: { description: 'When they last changed.' },
  },
});

@InputType({ description: 'Which projects. All conditions hold together.' })
export class ProjectFilter {
  @Field(() => [ProjectStatus], { nullable: true, description: 'In one of these statuses.' })
  @Items({ max: 10 })
  status?: ProjectStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this customer.' }) customerId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True: only those you lead.' }) mine?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'True: only open ones whose due day is past.' }) late?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Part of the name or reference; accents and case ignored.' })
  @Text({ max: 200 })
  search?: string | null;
}

@ArgsType()
export class ProjectPage extends Page {
  @Field(() => ProjectSort, { defaultValue: ProjectSort.CREATED_AT, description: 'What to sort by.' }) sort: ProjectSort;
  @Field(() => ProjectFilter, { nullable: true, description: 'Which ones.' }) filter?: ProjectFilter | null;
}

export enum ProjectCommentSort {
  CREATED_AT = 'createdAt',
}
registerEnumType(ProjectCommentSort, {
  name: 'ProjectCommentSort',
  description: 'What comments are sorted by.',
  valuesConfig: { CREATED_AT: { description: 'When they were made.' } },
});

@ArgsType()
export class ProjectCommentPage extends Page {
  @Field(() => ProjectCommentSort, { defaultValue: ProjectCommentSort.CREATED_AT, description: 'What to sort by.' })
  sort: ProjectCommentSort;
}
