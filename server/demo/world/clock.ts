const DAY_MS = 86_400_000;

/** The demo's calendar, told from today: what is overdue stays overdue whenever the data is made. */
export class Clock {
  /** Of Paris, ahead of UTC. */
  private readonly offsetMs: number;

  constructor(readonly now: Date) {
    const paris = new Date(now.toLocaleString('en-US', { timeZone: 'Europe/Paris' }));
    const utc = new Date(now.toLocaleString('en-US', { timeZone: 'UTC' }));
    this.offsetMs = paris.getTime() - utc.getTime();
  }

  /** So many days ago (ahead when negative), at this hour of Paris. */
  at(daysAgo: number, hour: number, minute = 0): Date {
    const local = new Date(this.now.getTime() + this.offsetMs - daysAgo * DAY_MS);
    local.setUTCHours(hour, minute, 0, 0);
    return new Date(local.getTime() - this.offsetMs);
  }

  /** The same, on the working day before when it would be a weekend. */
  workday(daysAgo: number, hour: number, minute = 0): Date {
    const at = this.at(daysAgo, hour, minute);
    const back = [2, 0, 0, 0, 0, 0, 1][new Date(at.getTime() + this.offsetMs).getUTCDay()];
    return back === 0 ? at : this.at(daysAgo + back, hour, minute);
  }

  /** The same, but never still to come: what happened today happened some minutes ago at the latest. */
  past(daysAgo: number, hour: number, minute = 0): Date {
    const at = this.workday(Math.max(0, daysAgo), hour, minute);
    const latest = this.now.getTime() - (minute + 3) * 60_000;
    return at.getTime() < latest ? at : new Date(latest);
  }

  /** The working day so many days ahead, at this hour. */
  ahead(days: number, hour: number, minute = 0): Date {
    const at = this.at(-days, hour, minute);
    const on = [1, 0, 0, 0, 0, 0, 2][new Date(at.getTime() + this.offsetMs).getUTCDay()];
    return this.at(-days - on, hour, minute);
  }

  /** The calendar day of that instant in Paris, such as 2026-11-20. */
  day(at: Date): string {
    return new Date(at.getTime() + this.offsetMs).toISOString().slice(0, 10);
  }

  daysAgo(days: number): string {
    return this.day(this.at(days, 12));
  }
}

/** That instant some minutes later. */
export const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

/** The day so many days after a day. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** A day as French papers write it: 20/11/2026. */
export const frenchDay = (day: string): string => day.split('-').reverse().join('/');
