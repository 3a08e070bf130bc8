import { ActivityKind } from '../features/activity/activity.kinds.js';
import { Mission, MissionStatus } from '../features/mission/mission.entity.js';
import { ApplicationStatus, MissionApplication } from '../features/mission/mission-application.entity.js';
import { MissionStep } from '../features/mission/mission-step.entity.js';
import { projectOf } from './projects.demo.js';
import { referenceOf, type Scene } from './scene.js';
import { note } from './told.js';
import { later } from './world/clock.js';
import { missions } from './world/missions.js';
import { type PersonKey, people } from './world/people.js';
import type { PlannedMission } from './world/planned-mission.js';
import type { Random } from './world/random.js';

/** In minutes. */
const DAY = 1440;

/** Missions in every state, with the steps that led there and who asked for them. */
export function addMissions(scene: Scene): void {
  const random = scene.random('missions');
  for (const [i, planned] of missions.toSorted((a, b) => a.day - b.day).entries())
    mission(scene, random, planned, scene.first.mission + i);
}

interface Step {
  to: MissionStatus;
  at: Date;
  author: PersonKey;
  note?: string;
}

const { DRAFT, OPEN, ASSIGNED, IN_PROGRESS, DELIVERED, APPROVED, CANCELLED } = MissionStatus;

function mission(scene: Scene, random: Random, planned: PlannedMission, number: number): void {
  const { clock, rows } = scene;
  const customer = scene.customer(planned.customer);
  const { day, from, hours, title, who } = planned;
  const hour = Math.floor(from);
  const minute = (from % 1) * 60;
  const start =
    day > 0 ? clock.ahead(day, hour, minute) : day === 0 ? clock.at(0, hour, minute) : clock.workday(-day, hour, minute);
  // A longer one goes on the days after, eight hours each.
  const end = hours <= 12 ? later(start, hours * 60) : later(start, Math.ceil(hours / 8 - 1) * DAY + 8 * 60);
  const createdAt = clock.past(Math.max(0, -day) + random.between(9, 16), 9, random.between(0, 59));
  const status = MissionStatus[planned.status];
  const steps = stepsOf(scene, random, planned, createdAt, start, end);
  const atOf = (to: MissionStatus) => steps.find((step) => step.to === to)?.at ?? null;
  const id = random.id(createdAt);
  const reference = referenceOf('M', number);
  rows.add(Mission, {
    id,
    reference,
    customerId: customer.id,
    projectId: planned.project ? projectOf(scene, customer.id, planned.project).id : null,
    prestataireId: who && scene.people[who],
    title,
    description: planned.description,
    status,
    scheduledStart: start,
    scheduledEnd: end,
    streetLine: customer.site.street,
    postalCode: customer.site.postalCode,
    city: customer.site.city,
    feeCents: planned.feeCents,
    currency: 'EUR',
    estimatedMinutes: Math.round(hours * 60),
    deliveredAt: atOf(DELIVERED),
    approvedAt: atOf(APPROVED),
    createdAt,
    updatedAt: steps.at(-1)?.at ?? createdAt,
    version: steps.length + 1,
  });
  let before = DRAFT;
  for (const { to, at, author, note: words } of steps) {
    rows.add(MissionStep, {
      id: random.id(at),
      missionId: id,
      fromStatus: before,
      toStatus: to,
      note: words ?? null,
      at,
      authorId: scene.people[author],
    });
    before = to;
    const told = { customerId: customer.id, at, author, subject: { type: 'Mission', id } };
    if (to === ASSIGNED && who)
      note(scene, random, {
        ...told,
        kind: ActivityKind.MISSION_ASSIGNED,
        details: { title, reference, prestataire: people[who].name },
        audience: 'EVERYONE',
      });
    else
      note(scene, random, {
        ...told,
        kind: ActivityKind.MISSION_STATUS_CHANGED,
        details: { title, reference, to },
        audience: to === OPEN ? 'TEAM' : 'EVERYONE',
      });
  }
  for (const [prestataire, message] of planned.asked ?? []) {
    const at = clock.past(random.between(0, 3), random.between(8, 18), random.between(0, 59));
    rows.add(MissionApplication, {
      id: random.id(at),
      missionId: id,
      prestataireId: scene.people[prestataire],
      message,
      status: ApplicationStatus.PENDING,
      createdAt: at,
    });
  }
}

function stepsOf(
  scene: Scene,
  random: Random,
  { status, who, report, customer }: PlannedMission,
  createdAt: Date,
  start: Date,
  end: Date,
): Step[] {
  const manager = scene.customer(customer).manager;
  const reached = [OPEN, ASSIGNED, IN_PROGRESS, DELIVERED, APPROVED];
  const count = status === 'DRAFT' ? 0 : status === 'CANCELLED' ? 1 : reached.indexOf(MissionStatus[status]) + 1;
  const now = scene.clock.now.getTime();
  const opened = later(createdAt, random.between(20, 300));
  const times: Record<string, Date> = {
    [OPEN]: opened,
    [ASSIGNED]: later(opened, DAY * random.between(1, 2) + random.between(0, 200)),
    [IN_PROGRESS]: later(start, random.between(5, 20)),
    [DELIVERED]: later(end, -random.between(5, 40)),
    [APPROVED]: later(end, DAY * random.between(1, 2) - random.between(60, 200)),
  };
  const steps = reached.slice(0, count).map(
    (to): Step => ({
      to,
      at: times[to],
      author: (to === IN_PROGRESS || to === DELIVERED) && who ? who : manager,
      note: to === DELIVERED ? report : undefined,
    }),
  );
  if (status === 'CANCELLED') steps.push({ to: CANCELLED, at: later(opened, 3 * DAY), author: manager });
  // In their order, and none still to come.
  return steps.map((step, i) => ({ ...step, at: new Date(Math.min(step.at.getTime(), now - (steps.length - i) * 4 * 60_000)) }));
}
