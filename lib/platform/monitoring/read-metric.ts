import { metrics } from '@/lib/platform/metrics/metrics'

export type Reading = { name: string; labels: Record<string, string>; value: number }

/** What this process has counted under a name; nothing when nobody counts it here. */
export async function readMetric(name: string): Promise<Reading[]> {
  const found = await metrics.registry.getSingleMetric(name)?.get()
  return (found?.values ?? []).map((one) => ({
    name: 'metricName' in one ? String(one.metricName) : name,
    labels: Object.fromEntries(Object.entries(one.labels).map(([label, value]) => [label, String(value)])),
    value: one.value,
  }))
}

export const sumOf = (readings: Reading[], isMeant: (labels: Record<string, string>) => boolean = () => true): number =>
  readings.reduce((sum, { labels, value }) => (isMeant(labels) ? sum + value : sum), 0)

/** One decimal; nothing of nothing is 0. */
export const percentOf = (part: number, whole: number): number => (whole > 0 ? Math.round((1000 * part) / whole) / 10 : 0)
