import { randomUUID } from 'node:crypto';
import { Milestone } from '../../../server/features/project/milestone.entity.js';
import { Project, ProjectStatus } from '../../../server/features/project/project.entity.js';
import type { TestServer } from '../server.js';

type Server = Pick<TestServer, 'database'>;

/** A project under way, unless said. */
export async function project(
  { database: { manager: db } }: Server,
  customerId: string,
  fields: Partial<Project> = {},
): Promise<Project> {
  const reference = `TP-${randomUUID().slice(0, 8)}`;
  return db.save(
    db.create(Project, { reference, customerId, name: `Projet ${reference}`, status: ProjectStatus.IN_PROGRESS, ...fields }),
  );
}

/** Milestones of a project, in order; those of `done` are reached. */
export async function milestones(
  { database: { manager: db } }: Server,
  projectId: string,
  titles: readonly string[],
  done: readonly string[] = [],
): Promise<Milestone[]> {
  return db.save(
    titles.map((title, i) =>
      db.create(Milestone, { projectId, position: i + 1, title, doneAt: done.includes(title) ? new Date() : null }),
    ),
  );
}
