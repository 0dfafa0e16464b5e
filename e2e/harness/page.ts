import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

/** What must never happen on a page, whatever a flow does. */
export type Faults = string[]

const MAX_SHIFT = 0.1

/**
 * Watches every page of a context: errors in the console, exceptions, violations of the content security policy, and layout shifts that
 * nobody caused (the sum of a document, as Web Vitals counts them within a session).
 */
export async function watch(context: BrowserContext): Promise<Faults> {
  const faults: Faults = []
  const shifts = new Map<string, number>()
  await context.exposeBinding('reportFault', (_, text: string) => void faults.push(text))
  await context.exposeBinding('reportShift', ({ page }, document: string, value: number, where: string) => {
    const before = shifts.get(document) ?? 0
    shifts.set(document, before + value)
    if (before <= MAX_SHIFT && before + value > MAX_SHIFT) faults.push(`layout shift ${(before + value).toFixed(3)} on ${page.url()}: ${where}`)
  })
  await context.addInitScript(() => {
    const report = window as unknown as { reportFault(text: string): void; reportShift(document: string, value: number, where: string): void }
    document.addEventListener('securitypolicyviolation', (event) => {
      report.reportFault(`CSP: ${event.violatedDirective} refused ${event.blockedURI} on ${event.documentURI}`)
    })
    // What moves because a test makes the window narrower is no shift; the event may come after it.
    const widthAtFirst = window.innerWidth
    let isResized = false
    window.addEventListener('resize', () => {
      isResized = true
    })
    // Playwright chooses in a list without an input that the browser knows of; what follows from it moves for a person's choice.
    let chosenAt = Number.NEGATIVE_INFINITY
    window.addEventListener('change', () => {
      chosenAt = performance.now()
    })
    // What an action answers may change the page, however long the answer takes and a busy machine draws it; the browser allows for half
    // a second after the click.
    let answeredAt = Number.NEGATIVE_INFINITY
    const send = window.fetch
    window.fetch = async (input, options) => {
      const answer = await send(input, options)
      if (options?.method === 'POST') answeredAt = performance.now()
      return answer
    }
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node }[] }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        const isWanted = entry.hadRecentInput || [chosenAt, answeredAt].some((at) => entry.startTime >= at && entry.startTime - at < 3_000)
        if (isWanted || isResized || window.innerWidth !== widthAtFirst) continue
        const where = entry.sources
          .map(({ node }) => (node instanceof Element ? `<${node.tagName.toLowerCase()} class="${node.className}">` : node?.nodeName))
          .join(', ')
        report.reportShift(String(performance.timeOrigin), entry.value, where)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  context.on('page', (page) => watchPage(page, faults))
  return faults
}

/**
 * Answers by which the shop tells a person something, which the browser writes into the console as errors; and the mailbox's frame, which
 * refuses every script, those of this harness too.
 */
const isWordOfTheShop = (text: string) =>
  /Failed to load resource: the server responded with a status of (402|404|409)|Blocked script execution in 'about:srcdoc'/.test(text)

function watchPage(page: Page, faults: Faults): void {
  page.on('pageerror', (error) => faults.push(`exception on ${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isWordOfTheShop(message.text())) faults.push(`console on ${page.url()}: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} for ${response.request().method()} ${response.url()}`)
  })
}

/** `test` as all flows use it: a fault on any page fails the flow. */
export const test = base.extend<{ faults: Faults }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern.
  baseURL: async ({}, use) => use(process.env.BASE_URL),
  faults: [
    async ({ context }, use) => {
      const faults = await watch(context)
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
