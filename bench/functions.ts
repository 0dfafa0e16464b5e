import { type Load, percentilesOf } from './load'

/** Runs `work` from `parallel` callers for `seconds`, for what has no URL: SQL alone, and the naive variants. */
export async function loadFunction(
  work: (turn: number) => Promise<unknown>,
  { seconds, parallel = 8 }: { seconds: number; parallel?: number },
): Promise<Load> {
  const latencies: number[] = []
  const started = performance.now()
  const end = started + seconds * 1000
  let turn = 0
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      while (performance.now() < end) {
        const began = performance.now()
        await work(turn++)
        latencies.push(performance.now() - began)
      }
    }),
  )
  const took = (performance.now() - started) / 1000
  return { perSecond: latencies.length / took, ...percentilesOf(latencies), requests: latencies.length, failures: 0, bytesPerRequest: 0 }
}
