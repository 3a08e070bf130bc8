import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { Project } from './project.entity.js';
import { AddProjectCommentInput, AddProjectCommentPayload } from './project.input.js';
import { projectById } from './project.relations.js';
import { ProjectComment } from './project-comment.entity.js';
import { addProjectComment } from './project-comment.service.js';

@Resolver(() => ProjectComment)
export class ProjectCommentResolver {
  @Mutation(() => AddProjectCommentPayload, { description: 'Comments on a project and tells those concerned.' })
  @Requires('project.comment')
  async addProjectComment(
    @Arg('input', { description: 'On which, and what.' }) input: AddProjectCommentInput,
    @Ctx() ctx: Context,
  ): Promise<AddProjectCommentPayload> {
    return { comment: await addProjectComment(ctx, input) };
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who said it. Null when you do not see them.' })
  @Through(userById, 'authorId')
  author(): void {}

  @FieldResolver(() => Project, { nullable: true, description: 'The project it is about.' })
  @Through(projectById, 'projectId')
  project(): void {}
}
