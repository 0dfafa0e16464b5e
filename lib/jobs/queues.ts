import { env } from '@/lib/platform/env'

/**
 * The queues of background work (R127), and how many steps of one run at the same time, however many instances there are: each is a
 * concurrency group of Inngest. Five is what its smallest plan allows.
 */
export const queues = { products: 3, orders: 5, payments: 5, cart: 3, default: 5 } as const

export type Queue = keyof typeof queues

export const queueNames = Object.keys(queues) as Queue[]

/** The queues whose jobs this instance serves: all, or those of JOBS_QUEUES (R132). */
export const servedQueues = (given: string | undefined = env.JOBS_QUEUES): Queue[] =>
  given === undefined ? queueNames : queueNames.filter((name) => given.split(',').includes(name))

/** Inngest counts steps that share the value of the key, over all functions of the environment. */
export const concurrencyOf = (queue: Queue) => ({ scope: 'env' as const, key: `"${queue}"`, limit: queues[queue] })
