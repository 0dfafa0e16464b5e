import { hasInngest } from '@/lib/jobs/client'
import { serveJobs } from '@/lib/jobs/serve-jobs'
import { jobsRoute } from '@/lib/web/jobs-route'

export const GET = jobsRoute(hasInngest, serveJobs)
export const POST = jobsRoute(hasInngest, serveJobs)
export const PUT = jobsRoute(hasInngest, serveJobs)
