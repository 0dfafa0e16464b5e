/**
 * What time it is in Postgres, without asking it: the clock by which all instances tell what is older. Each reading of the log brings the
 * database's time; it was taken between sending and receiving, which gives bounds on both sides. All times in milliseconds.
 */
export type DatabaseClock = {
  /** The database said `databaseMs`, between two moments of `now()`. */
  note(databaseMs: number, sentAt: number, receivedAt: number): void
  /** It is at least so late there. */
  atLeast(): number
  /** It is at most so late there. */
  atMost(): number
  /** Until the first note the times are those of this process: good enough for itself, and for nobody else. */
  isKnown(): boolean
  /** Grows when the clock was set, or became known: times from before compare with none from after. */
  epoch(): number
}

/** Five seconds of readings: the tightest of them count. */
const MOST_READINGS = 25

export function createDatabaseClock(now: () => number = () => performance.now()): DatabaseClock {
  let readings: { least: number; most: number }[] = []
  let least = Number.NEGATIVE_INFINITY
  let most = Number.POSITIVE_INFINITY
  let epoch = 0

  function note(databaseMs: number, sentAt: number, receivedAt: number): void {
    const reading = { least: databaseMs - receivedAt, most: databaseMs - sentAt }
    // No single clock can have said both: it was set in between.
    const wasSet = reading.least > most || reading.most < least
    if (readings.length === 0 || wasSet) epoch++
    readings = wasSet ? [reading] : [...readings.slice(1 - MOST_READINGS), reading]
    least = Math.max(...readings.map((one) => one.least))
    most = Math.min(...readings.map((one) => one.most))
  }

  const isKnown = () => readings.length > 0
  return {
    note,
    atLeast: () => (isKnown() ? now() + least : Date.now()),
    atMost: () => (isKnown() ? now() + most : Date.now()),
    isKnown,
    epoch: () => epoch,
  }
}
