/**
 * Is this the database being away or unable to write just now: not reached, starting, stopping, full, out of connections,
 * or too slow? What was asked was not done, or nobody knows; it may be asked again.
 */
export function isUnavailable(error: unknown): boolean {
  const { code, message, syscall } = error as { code?: unknown; message?: unknown; syscall?: unknown }
  if (syscall === 'connect') return true
  return (typeof code === 'string' && AWAY.test(code)) || (typeof message === 'string' && UNREACHED.test(message))
}

/** SQLSTATE 08 connection, 53 resources, 57P01–03 shutting down or starting, 57014 timed out, 58030 disk; and of the network. */
const AWAY = /^(08...|53...|57P0[1-4]|57014|58030|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/

/** What `pg` says without a code. */
const UNREACHED =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query read timeout)/
