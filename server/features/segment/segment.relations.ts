import { visible } from '../../core/access.js';
import { badInput } from '../../core/errors.js';
import { pagesOf } from '../../core/pages.js';
import { allOf, oneById, pickedBy, rows, valueBy } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import { CustomerSegment } from './segment.entity.js';
import { SegmentChange } from './segment-change.entity.js';
import type { SegmentDay } from './segment-figures.entity.js';
import { SegmentMember } from './segment-member.entity.js';

export const customerSegmentById = oneById(CustomerSegment);
export const customerSegments = allOf(CustomerSegment, { order: { delivered: 'desc', createdAt: 'asc' } });
export const membersBySegment = pagesOf(SegmentMember, { by: 'segmentId' });
export const changesBySegment = pagesOf(SegmentChange, { by: 'segmentId' });

/** Whoever sees a segment sees every customer in it: counted in its index, row by row would ask the same of each. */
export const memberCountBySegment = valueBy(
  CustomerSegment,
  (key) => sql`(select count(*) from segment_member inside where inside.segment_id = ${key})`,
  Number,
);

/** The viewer is told of it. */
export const followingBySegment = valueBy(
  CustomerSegment,
  (key, { ctx }) => sql`(exists (select from segment_follower f where f.segment_id = ${key} and f.user_id = ${ctx.viewer.id}))`,
  (json) => json as boolean,
);

export const segmentsByCustomer = pickedBy(
  CustomerSegment,
  (key, asked) => sql`
    select * from ${rows(
      CustomerSegment,
      asked,
      sql`${asked.row}.id in (select inside.segment_id from segment_member inside where inside.customer_id = ${key})`,
    )} order by ${asked.row}.delivered desc, ${asked.row}.created_at, ${asked.row}.id`,
);

const MOST_DAYS = 366;

const today = sql`(now() at time zone 'Europe/Paris')::date`;

/** Each day of the last ones: counted back from who is in it now, since what came in and what left is known. */
export const movementBySegment = valueBy(
  CustomerSegment,
  (key, { args, ctx }) => {
    const days = args.days as number;
    if (days < 1 || days > MOST_DAYS) throw badInput('TOO_LARGE', { max: MOST_DAYS });
    return sql`(
      with counted as (
        select (c.at at time zone 'Europe/Paris')::date as day, count(*) filter (where c.entered) as entered,
          count(*) filter (where not c.entered) as gone
        from segment_change c where c.segment_id = ${key} and c.at > now() - make_interval(days => ${days + 1}::integer)
          and ${visible(ctx.viewer, SegmentChange, sql`c`)} group by 1),
      days as (
        select spread.day::date as day, coalesce(entered, 0) as entered, coalesce(gone, 0) as gone
        from generate_series(${today} - ${days - 1}::integer, ${today}, interval '1 day') as spread(day)
        left join counted on counted.day = spread.day::date)
      select json_agg(json_object('day': day, 'entered': entered, 'left': gone,
        'members': (select count(*) from segment_member inside where inside.segment_id = ${key}) - later) order by day)
      from (select days.*, coalesce(sum(entered - gone) over (order by day desc rows between unbounded preceding and 1 preceding), 0) as later
        from days) told)`;
  },
  (json) => json as SegmentDay[],
);

/** What came in and left in the last days, without what a change of the rule moved. */
export const recentBySegment = valueBy(
  CustomerSegment,
  (key, { args, ctx }) => sql`(
    select json_object('entered': count(*) filter (where c.entered), 'left': count(*) filter (where not c.entered))
    from segment_change c where c.segment_id = ${key} and c.at > now() - make_interval(days => ${args.days as number}::integer)
      and c.cause = 'CUSTOMER' and ${visible(ctx.viewer, SegmentChange, sql`c`)})`,
  (json) => json as { entered: number; left: number },
);
