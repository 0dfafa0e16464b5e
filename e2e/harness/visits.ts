/** One thing that a visitor did, and how it was answered. */
export type Step = { name: string; status: number }

/** So many visitors at once, one visit after the other for as long as `until` takes, each at least one. @returns every step of all of them */
export async function visitWhile(until: Promise<unknown>, visitors: number, visit: () => Promise<Step[]>): Promise<Step[]> {
  let isOver = false
  const over = until.finally(() => {
    isOver = true
  })
  const visitor = async () => {
    const steps: Step[] = []
    do steps.push(...(await visit()))
    while (!isOver)
    return steps
  }
  const [all] = await Promise.all([Promise.all(Array.from({ length: visitors }, visitor)), over])
  return all.flat()
}

/** Empties Redis ten times, a moment apart. */
export async function emptyAgainAndAgain(flush: () => Promise<unknown>, wait: () => Promise<unknown>): Promise<void> {
  for (let times = 0; times < 10; times++) {
    await flush()
    await wait()
  }
}
