/** The time by which runs live: sleeps, schedules, retries. Tests move it; leases do not follow it. */
export type Clock = { now(): number }

export const realClock: Clock = { now: () => Date.now() }

export type MovableClock = Clock & { set(ms: number): void }

/** Runs on from wherever it was set to. */
export function movableClock(): MovableClock {
  let offsetMs = 0
  return {
    now: () => Date.now() + offsetMs,
    set: (ms) => {
      offsetMs = ms - Date.now()
    },
  }
}

/** Stands still wherever it was set to, so that nothing becomes due while a test looks the other way. */
export function stillClock(): MovableClock {
  let nowMs = Date.now()
  return {
    now: () => nowMs,
    set: (ms) => {
      nowMs = ms
    },
  }
}
