export type CircuitBreaker = {
  /** While it is open nobody is to ask. */
  isOpen(): boolean
  succeeded(): void
  failed(): void
}

type Options = {
  failuresToOpen: number
  probeEveryMs: number
  /** Asks once whether it works again. */
  probe(): Promise<boolean>
  onChange(isOpen: boolean): void
}

/**
 * Opens after so many failures in a row (R157). Then a probe of its own asks every so often, so that no request pays for finding out,
 * and a success closes it; what was under way when it opened no longer counts.
 */
export function createCircuitBreaker({ failuresToOpen, probeEveryMs, probe, onChange }: Options): CircuitBreaker {
  let failures = 0
  let isOpen = false

  function open(): void {
    isOpen = true
    onChange(true)
    probeLater()
  }

  function probeLater(): void {
    setTimeout(async () => {
      if (!(await probe())) return probeLater()
      isOpen = false
      failures = 0
      onChange(false)
    }, probeEveryMs).unref()
  }

  return {
    isOpen: () => isOpen,
    succeeded: () => {
      failures = 0
    },
    failed: () => {
      failures++
      if (!isOpen && failures >= failuresToOpen) open()
    },
  }
}
