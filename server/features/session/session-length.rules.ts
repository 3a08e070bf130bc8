/** How long a session may last, in days: unused, and in all. */
export interface SessionLength {
  idle: number;
  most: number;
}

const GUESTS: SessionLength = { idle: 30, most: 90 };
/** Our own people reach every customer: see docs/decisions/0013-signing-in.md. */
const TEAM: SessionLength = { idle: 7, most: 30 };

export const sessionLength = (isTeam: boolean): SessionLength => (isTeam ? TEAM : GUESTS);

export const inDays = (days: number, from = Date.now()): Date => new Date(from + days * 86_400_000);
