import autocannon from 'autocannon'

/** One measured load. Latencies in milliseconds. */
export type Load = { perSecond: number; p50: number; p95: number; p99: number; requests: number; failures: number; bytesPerRequest: number }

export type LoadOptions = {
  url: string
  /** Paths below `url`, asked for in turn; or a chain of requests in which each may use what the one before answered. */
  paths?: string[]
  chain?: autocannon.Request[]
  connections: number
  seconds: number
  encoding?: string
}

/** Keeps `connections` requests in the air for `seconds`. A status of 400 or more, a reset or a timeout is a failure. */
export async function load({ url, paths = ['/'], chain, connections, seconds, encoding }: LoadOptions): Promise<Load> {
  const headers = encoding ? { 'accept-encoding': encoding } : {}
  const latencies: number[] = []
  let failures = 0
  let bytes = 0
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const requests = chain ?? paths.map((path) => ({ method: 'GET' as const, path, headers }))
    const instance = autocannon({ url, connections, duration: seconds, timeout: 20, requests }, (error, outcome) =>
      error ? reject(error) : resolve(outcome),
    )
    instance.on('response', (_client, status, size, ms) => {
      latencies.push(ms)
      bytes += size
      if (status >= 400) failures++
    })
  })
  return {
    perSecond: latencies.length / result.duration,
    ...percentilesOf(latencies),
    requests: latencies.length,
    failures: failures + result.errors + result.timeouts,
    bytesPerRequest: latencies.length === 0 ? 0 : bytes / latencies.length,
  }
}

/** From every single latency, in milliseconds. */
export function percentilesOf(latencies: number[]): Pick<Load, 'p50' | 'p95' | 'p99'> {
  const sorted = latencies.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
