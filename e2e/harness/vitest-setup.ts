import type { TestProject } from 'vitest/node'
import { requireBuild } from './build'
import { startCluster } from './database'

declare module 'vitest' {
  export interface ProvidedContext {
    templateUrl: string
  }
}

/** One cluster and one template for all proofs over HTTP. */
export default async function setup(project: TestProject) {
  requireBuild()
  const cluster = await startCluster()
  project.provide('templateUrl', cluster.templateUrl)
  return cluster.stop
}
