import { ActivityKind } from '../../server/features/activity/activity.kinds.js';
import { activity } from '../support/factories/activity.factory.js';
import type { TestServer } from '../support/server.js';

/** What stands on a customer’s timeline; the team’s note was written by the reseller. */
export async function newsOf(
  server: TestServer,
  customerId: string,
  { lead, revendeur }: Record<string, string>,
  work: Record<string, string>,
) {
  const news = async (
    kind: ActivityKind,
    audience: string,
    subjectType: string | null = null,
    subjectId: string | null = null,
    authorId = lead,
  ) => (await activity(server, customerId, { kind, audience, authorId, subjectType, subjectId } as never)).id;
  return {
    teamNote: await news(ActivityKind.NOTE, 'TEAM', null, null, revendeur),
    sharedNote: await news(ActivityKind.NOTE, 'EVERYONE'),
    moneyNews: await news(ActivityKind.INVOICE_ISSUED, 'EVERYONE'),
    fileNews: await news(ActivityKind.DOCUMENT_ADDED, 'EVERYONE'),
    projectNews: await news(ActivityKind.PROJECT_STATUS_CHANGED, 'EVERYONE', 'Project', work.project),
    missionNews: await news(ActivityKind.MISSION_STATUS_CHANGED, 'EVERYONE', 'Mission', work.mission),
    openMissionNews: await news(ActivityKind.MISSION_STATUS_CHANGED, 'EVERYONE', 'Mission', work.openMission),
  };
}
