import { defineJob } from '../../core/jobs/jobs.js';
import { expireConsents, remindRenewals } from './renewal.service.js';

/** Each night: agreements that are over are written down as such, and those about to end are asked about once. */
export const renewConsentsJob = defineJob({
  name: 'renewConsents',
  cron: '20 4 * * *',
  async work(_, world) {
    const ctx = world.system();
    const expired = await expireConsents(ctx, world.signal);
    const asked = await remindRenewals(ctx, world.signal);
    world.logger.info({ expired, asked }, 'agreements were looked through');
  },
});
