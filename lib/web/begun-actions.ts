const shared = globalThis as typeof globalThis & { highstreetBegunActions?: Set<string> }
shared.highstreetBegunActions ??= new Set()

/** Requests whose Server Action could be decoded and runs. The entry asks, to tell a sender's fault from ours. */
const begun = shared.highstreetBegunActions

export const actionBegins = (requestId: string): void => void begun.add(requestId)
export const hasActionBegun = (requestId: string): boolean => begun.has(requestId)
export const forgetAction = (requestId: string): boolean => begun.delete(requestId)
