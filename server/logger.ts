import pino, { type DestinationStream, type Logger } from 'pino';

/** Names of fields whose values never reach a log. */
const SECRETS = ['password', 'token', 'accessToken', 'refreshToken', 'authorization', 'cookie', 'challengeId', 'secret'];

export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      // A request is told by its id; its headers and body stay out whoever logs it.
      serializers: { err: told, error: told, req: () => undefined, res: () => undefined },
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
    },
    destination ?? process.stdout,
  );

/** What helps to find a fault, and holds no value of anybody's. */
const KEPT = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine', 'syscall', 'status', 'requestId'];
const MOST_CAUSES = 5;

/**
 * An error without what it was about: PostgreSQL tells the values of a row or a statement in its words and beside them, a parser what
 * it was given, and a lost connection all that it prepared.
 */
function told(error: unknown, depth = 0): object {
  const fault = (typeof error === 'object' && error !== null ? error : { message: String(error) }) as Record<string, unknown>;
  const cause = fault.driverError ?? fault.originalError ?? fault.cause;
  const text = String(fault.message ?? '');
  const isQuoting = depth > 0 || cause !== undefined || 'severity' in fault || error instanceof SyntaxError;
  return {
    type: (fault.constructor as { name?: string } | undefined)?.name,
    message: isQuoting ? text.replace(/"[^"]*"|'[^']*'|“[^”]*”/g, '…') : text,
    ...Object.fromEntries(KEPT.filter((name) => name in fault).map((name) => [name, fault[name]])),
    // The first lines of a stack are the message again.
    stack: String(fault.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(cause !== undefined && depth < MOST_CAUSES ? { cause: told(cause, depth + 1) } : {}),
  };
}
