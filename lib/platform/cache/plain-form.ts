import { AsyncLocalStorage } from 'node:async_hooks'

const shared = globalThis as typeof globalThis & { highstreetPlainForm?: AsyncLocalStorage<true> }
shared.highstreetPlainForm ??= new AsyncLocalStorage()

/**
 * Runs the answer to a form that was sent without JavaScript. Next would resume the page's prerendered shell, and React's resume knows no
 * form state: a refusal would render as if nothing had been sent. While this runs, the page cache knows no shell, so the page is rendered whole.
 */
export const asPlainForm = <T>(answer: () => T): T => (shared.highstreetPlainForm ? shared.highstreetPlainForm.run(true, answer) : answer())
