import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { type Ask, askAs } from '../support/ask.ts';

const CREATE = `mutation ($input: CreateMissionInput!) {
  createMission(input: $input) { mission { id reference title } userErrors { message } }
}`;
const MOVE = `mutation ($input: ChangeMissionStatusInput!) {
  changeMissionStatus(input: $input) { mission { id } userErrors { message } }
}`;
const ASSIGN = `mutation ($input: AssignMissionInput!) {
  assignMission(input: $input) { mission { id } userErrors { message } }
}`;
const WHERE = `{
  customers(first: 1) { nodes { id name } }
  missions(first: 50, filter: { status: [ASSIGNED, IN_PROGRESS, DELIVERED, APPROVED] }) {
    nodes { id prestataire { id name } }
  }
}`;

type Made = { id: string; reference: string; title: string };
type Where = {
  customers: { nodes: { id: string; name: string }[] };
  missions: { nodes: { id: string; prestataire: { id: string; name: string } | null }[] };
};

/** What our own people do: make missions, give them to somebody, judge them. */
export class Team {
  readonly ask: Ask;
  readonly #where: Where;

  private constructor(ask: Ask, where: Where) {
    this.ask = ask;
    this.#where = where;
  }

  static async of(request: APIRequestContext): Promise<Team> {
    const ask = await askAs(request, 'superadmin');
    return new Team(ask, await ask<Where>(WHERE));
  }

  /** A mission open to application. Its title is like no other. */
  async offer(fields: object = {}): Promise<Made> {
    const input = {
      customerId: this.#where.customers.nodes[0]?.id,
      title: `Essai ${randomUUID().slice(0, 8)}`,
      description: 'Contrôler les joints et la fermeture des portes.',
      street: '4 quai de la Douane',
      postalCode: '29200',
      city: 'Brest',
      feeCents: 42_050,
      estimatedMinutes: 150,
      ...fields,
    };
    const { createMission } = await this.ask<{ createMission: { mission: Made } }>(CREATE, { input });
    await this.move(createMission.mission.id, 'OPEN');
    return createMission.mission;
  }

  /** A mission given to the demo prestataire, whose own id is `to`; or to another one. */
  async give(to: string, fields: object = {}): Promise<Made> {
    const mission = await this.offer(fields);
    await this.ask(ASSIGN, { input: { id: mission.id, prestataireId: to } });
    return mission;
  }

  move(id: string, status: string, note?: string): Promise<unknown> {
    return this.ask(MOVE, { input: { id, status, note } });
  }

  /** Somebody else who does missions. */
  otherThan(own: string): string {
    const found = this.#where.missions.nodes.find(({ prestataire }) => prestataire && prestataire.id !== own);
    if (!found?.prestataire) throw new Error('The demo data has one prestataire only');
    return found.prestataire.id;
  }
}

/** Who `prestataire@prisme.demo` is. */
export async function ownId(request: APIRequestContext): Promise<string> {
  const ask = await askAs(request, 'prestataire');
  return (await ask<{ viewer: { id: string } }>('{ viewer { id } }')).viewer.id;
}
