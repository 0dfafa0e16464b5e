/** Ctrl-C, a closed terminal and the system's request to end are all the same wish. */
export function stopRequests() {
  const controller = new AbortController()
  const requested = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        controller.abort()
        resolve()
      })
    }
  })
  return { signal: controller.signal, requested, abort: () => controller.abort() }
}
