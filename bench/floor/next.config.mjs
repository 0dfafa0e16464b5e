import path from 'node:path'

/** A bare Next of the same version: the floor that the shop's pages and routes are held against. */
export default { cacheComponents: true, poweredByHeader: false, agentRules: false, turbopack: { root: path.resolve('..', '..') } }
