import { Audience } from '../features/activity/activity.entity.js';
import { ActivityKind } from '../features/activity/activity.kinds.js';
import { Milestone } from '../features/project/milestone.entity.js';
import { Project, ProjectStatus } from '../features/project/project.entity.js';
import { ProjectComment } from '../features/project/project-comment.entity.js';
import { referenceOf, type Scene } from './scene.js';
import { note } from './told.js';
import { dayAfter } from './world/clock.js';
import type { PlannedProject } from './world/planned-project.js';
import { projects } from './world/projects.js';
import type { Random } from './world/random.js';

/** Projects with their milestones and comments. */
export function addProjects(scene: Scene): void {
  const random = scene.random('projects');
  const byAge = projects.toSorted((a, b) => b.began - a.began);
  for (const [i, planned] of byAge.entries()) project(scene, random, planned, scene.first.project + i);
}

/** The project a customer has by that name. */
export function projectOf(scene: Scene, customerId: string, name: string): Partial<Project> {
  const found = scene.rows.of(Project).find((row) => row.customerId === customerId && row.name === name);
  if (!found) throw new Error(`no demo project ${name}`);
  return found;
}

function project(scene: Scene, random: Random, planned: PlannedProject, number: number): void {
  const { clock, rows } = scene;
  const customerId = scene.customer(planned.customer).id;
  const { name, status, manager, began, lasts } = planned;
  const createdAt = clock.past(Math.max(began, 0) + random.between(8, 20), 10, 15);
  const startsOn = clock.daysAgo(began);
  const id = random.id(createdAt);
  const reference = referenceOf('P', number);
  rows.add(Project, {
    id,
    reference,
    customerId,
    name,
    description: planned.description,
    status: ProjectStatus[status],
    startsOn,
    dueOn: dayAfter(startsOn, lasts),
    budgetCents: planned.budgetCents,
    currency: 'EUR',
    managerId: scene.people[manager],
    createdAt,
    updatedAt: clock.past(random.between(1, 9), 16, 20),
  });
  const told = { customerId, details: { name, reference }, subject: { type: 'Project', id }, author: manager };
  note(scene, random, { ...told, kind: ActivityKind.PROJECT_CREATED, at: createdAt });
  if (began > 0)
    note(scene, random, {
      ...told,
      kind: ActivityKind.PROJECT_STATUS_CHANGED,
      details: { name, reference, from: 'PLANNED', to: 'IN_PROGRESS' },
      at: clock.past(began, 8, 30),
      audience: 'EVERYONE',
    });
  milestones(scene, random, planned, told);
  for (const [author, daysAgo, body, audience] of planned.comments ?? []) {
    const at = clock.past(daysAgo, random.between(8, 18), random.between(0, 59));
    rows.add(ProjectComment, {
      id: random.id(at),
      projectId: id,
      authorId: scene.people[author],
      body,
      audience: Audience[audience ?? 'EVERYONE'],
      createdAt: at,
    });
    note(scene, random, { ...told, kind: ActivityKind.COMMENT_ADDED, at, author, audience: audience ?? 'EVERYONE' });
  }
}

type Noted = Pick<Parameters<typeof note>[2], 'customerId' | 'author'> & {
  details: { name: string; reference: string };
  subject: { type: string; id: string };
};

function milestones(
  scene: Scene,
  random: Random,
  { began, lasts, milestones: titles, reached }: PlannedProject,
  told: Noted,
): void {
  const { clock, rows } = scene;
  const startsOn = clock.daysAgo(began);
  for (const [i, title] of titles.entries()) {
    const planned = Math.round((lasts * (i + 1)) / titles.length);
    // What is reached was so on its day, or lately when that day is to come.
    const doneAt = i < reached ? clock.past(Math.max(began - planned, (reached - i) * 2), 17, 10 + i) : null;
    rows.add(Milestone, {
      id: random.id(clock.at(began + 10, 9, i)),
      projectId: told.subject.id,
      position: i + 1,
      title,
      dueOn: dayAfter(startsOn, planned),
      doneAt,
    });
    if (doneAt)
      note(scene, random, {
        ...told,
        kind: ActivityKind.MILESTONE_DONE,
        at: doneAt,
        details: { ...told.details, milestone: title },
        audience: 'EVERYONE',
      });
  }
}
