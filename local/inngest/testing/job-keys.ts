import { randomBytes } from 'node:crypto'

/** The shop as one that has an Inngest. Imported before everything else: the environment is read once. */
export const jobKeys = { eventKey: 'events', signingKey: `signkey-test-${randomBytes(32).toString('hex')}` }
Object.assign(process.env, { INNGEST_EVENT_KEY: jobKeys.eventKey, INNGEST_SIGNING_KEY: jobKeys.signingKey, LOG_LEVEL: 'silent' })
