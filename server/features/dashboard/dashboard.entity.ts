import { Field, Int, ObjectType } from 'type-graphql';
import { Cents } from '../../core/scalars.js';
import { RevenueMonth } from '../analytics/rfm.entity.js';

const MONEY = 'Null when you may not see the money.';

/** Not entities: figures over what the viewer sees, worked out as they ask. `id` is the viewer’s, for the lists beside the figures. */
abstract class Part {
  id: string;
}

@ObjectType({ description: 'For a client: over the customers they are a member of, as far as they may see.' })
export class ClientDashboard extends Part {
  @Field(() => Int, { description: 'Projects agreed and not finished.' }) openProjects: number;
  @Field(() => Int, { nullable: true, description: `Invoices not all paid. ${MONEY}` }) unpaidInvoices: number | null;
  @Field(() => Cents, { nullable: true, description: `What remains to be paid of them. ${MONEY}` }) dueCents: number | null;
  @Field(() => Int, { nullable: true, description: `Invoices whose day is past. ${MONEY}` }) overdueInvoices: number | null;
  @Field(() => Cents, { nullable: true, description: `What remains to be paid of those. ${MONEY}` }) overdueCents: number | null;
  @Field({ description: 'ISO 4217; EUR.' }) currency: string;
}

@ObjectType({ description: 'For a prestataire: over the missions given to them. Days and months begin at midnight in Paris.' })
export class PrestataireDashboard extends Part {
  @Field(() => Int, { description: 'Missions that begin today, or go on.' }) missionsToday: number;
  @Field(() => Int, { description: 'Missions given to them and not begun.' }) assigned: number;
  @Field(() => Int, { description: 'Missions under way.' }) inProgress: number;
  @Field(() => Int, { description: 'Missions delivered and not yet approved.' }) delivered: number;
  @Field(() => Int, { description: 'Missions they could apply for, or have.' }) available: number;
  @Field(() => Cents, { description: 'Fees of the missions approved this month, without VAT.' }) earnedThisMonthCents: number;
  @Field(() => Cents, { description: 'Fees of the missions delivered and not yet approved, without VAT.' }) awaitedCents: number;
  @Field({ description: 'ISO 4217; EUR.' }) currency: string;
}

@ObjectType({ description: 'For a reseller: over their own customers and opportunities. Months begin at midnight in Paris.' })
export class RevendeurDashboard extends Part {
  @Field(() => Int, { description: 'Customers of theirs.' }) customers: number;
  @Field(() => Int, { description: 'Opportunities neither won nor lost.' }) openOpportunities: number;
  @Field(() => Cents, { description: 'Their amounts together.' }) openCents: number;
  @Field(() => Cents, { description: 'The same, each by its stage’s probability.' }) weightedForecastCents: number;
  @Field(() => Int, { description: 'Opportunities won this month.' }) wonThisMonth: number;
  @Field(() => Cents, { description: 'The amounts of those.' }) wonThisMonthCents: number;
  @Field({ description: 'ISO 4217; EUR.' }) currency: string;
}

@ObjectType({ description: 'For our own people: over everything. Days and months begin at midnight in Paris.' })
export class SuperadminDashboard extends Part {
  @Field(() => Int, { description: 'Customers.' }) customers: number;
  @Field(() => Int, { description: 'Customers with status ACTIVE.' }) activeCustomers: number;
  @Field(() => Int, { description: 'Customers made in the last 30 days.' }) newCustomers: number;
  @Field(() => Int, { description: 'Projects neither finished nor given up.' }) openProjects: number;
  @Field(() => Int, { description: 'Those of them whose day is past.' }) lateProjects: number;
  @Field(() => Int, { description: 'Missions open, given, under way or delivered.' }) openMissions: number;
  @Field(() => Int, { description: 'Those of them that wait for approval.' }) missionsToApprove: number;
  @Field(() => Cents, { nullable: true, description: `What all customers owe. ${MONEY}` }) dueCents: number | null;
  @Field(() => Int, { nullable: true, description: `Invoices whose day is past. ${MONEY}` }) overdueInvoices: number | null;
  @Field(() => Cents, { nullable: true, description: `What remains to be paid of those. ${MONEY}` }) overdueCents: number | null;
  @Field(() => [RevenueMonth], { nullable: true, description: `The last twelve months, this one last. ${MONEY}` })
  revenue: RevenueMonth[] | null;
  @Field({ description: 'ISO 4217; EUR.' }) currency: string;
}
