import { authorize, can } from '../../core/access.js';
import { audit } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { publish } from '../../core/events/event-bus.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible } from '../../core/mutation.js';
import { Audience } from '../activity/activity.entity.js';
import { ActivityKind } from '../activity/activity.kinds.js';
import { noteActivity } from '../activity/activity.service.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import { Project } from './project.entity.js';
import type { AddProjectCommentInput } from './project.input.js';
import { peopleOf } from './project-people.service.js';
import './project.words.js';
import { ProjectComment } from './project-comment.entity.js';

export async function addProjectComment(ctx: Context, input: AddProjectCommentInput): Promise<ProjectComment> {
  const project = await lockVisible(ctx, Project, input.projectId);
  authorize(ctx, 'comment', project);
  const { audience } = input;
  const body = tidy(input.body);
  if (body === null) throw new UserError('BLANK', ['input', 'body']);
  if (audience === Audience.TEAM && !can(ctx, 'commentForTeam', project))
    throw new UserError('TEAM_ONLY_BY_US', ['input', 'audience']);
  const comment = await ctx.db.save(
    ctx.db.create(ProjectComment, { projectId: project.id, authorId: ctx.viewer.id, body, audience }),
  );
  await audit(ctx, 'project.comment', comment, { projectId: [null, project.id], audience: [null, audience] });
  await publish(ctx, { topic: 'project', id: project.id, about: project.customerId });
  await noteActivity(ctx, {
    customerId: project.customerId,
    kind: ActivityKind.COMMENT_ADDED,
    details: { name: project.name, reference: project.reference },
    audience,
    subject: { type: 'Project', id: project.id },
  });
  await notify(ctx, await peopleOf(ctx, project, audience), {
    kind: NotificationKind.COMMENT_ADDED,
    details: { project: project.name, person: ctx.viewer.name },
    link: `/projects/${project.id}`,
  });
  return comment;
}
