import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible, refuseStale } from '../../core/mutation.js';
import { readCountry } from '../customer/identity.rules.js';
import { today } from '../invoice/invoice.rules.js';
import { Processor } from './processor.entity.js';
import type { CreateProcessorInput, UpdateProcessorInput } from './processor.input.js';
import './register.words.js';

/** The European Economic Area, where the RGPD itself holds. */
const EEA = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK GP GF MQ RE YT MF'.split(' '),
);

export async function createProcessor(ctx: Context, input: CreateProcessorInput): Promise<Processor> {
  const fields = checked(input);
  const { id } = await ctx.db.save(ctx.db.create(Processor, fields));
  const processor = await ctx.db.findOneByOrFail(Processor, { id });
  await audit(ctx, 'processor.create', processor, changesOf({} as Processor, fields));
  return processor;
}

export async function updateProcessor(ctx: Context, { id, version, ...input }: UpdateProcessorInput): Promise<Processor> {
  const processor = await lockVisible(ctx, Processor, id);
  authorize(ctx, 'update', processor);
  refuseStale(processor, version);
  const fields = checked(input);
  const changes = changesOf(processor, fields);
  if (Object.keys(changes).length > 0)
    await ctx.db.save(Object.assign(processor, fields, { version: processor.version + 1, updatedAt: new Date() }));
  await audit(ctx, 'processor.update', processor, changes);
  return processor;
}

/** What was typed, as it is kept. Inside the European Economic Area there is nothing to make lawful. */
function checked(input: CreateProcessorInput): CreateProcessorInput {
  const [name, service, country] = [tidy(input.name), tidy(input.service), readCountry(input.country)];
  const isOutside = country !== null && !EEA.has(country);
  const transferSafeguard = isOutside ? tidy(input.transferSafeguard) : null;
  const mistake = (code: string, field: string) => new UserError(code, ['input', field]);
  refuseIfAny([
    ...(name ? [] : [mistake('BLANK', 'name')]),
    ...(service ? [] : [mistake('BLANK', 'service')]),
    ...(country ? [] : [mistake('INVALID_COUNTRY', 'country')]),
    ...(isOutside && !transferSafeguard ? [mistake('SAFEGUARD_NEEDED', 'transferSafeguard')] : []),
    ...(input.contractOn && input.contractOn > today() ? [mistake('CONTRACT_IN_THE_FUTURE', 'contractOn')] : []),
  ]);
  return {
    name: name!,
    service: service!,
    country: country!,
    transferSafeguard,
    contractOn: input.contractOn ?? null,
    contractReference: tidy(input.contractReference),
    subProcessors: tidy(input.subProcessors),
    contact: tidy(input.contact),
    endedOn: input.endedOn ?? null,
  };
}
