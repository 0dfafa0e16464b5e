import { WARM_PAGES, warmChangedPages } from '@/lib/catalog/warm-changed-pages'
import { EXPORT_KIND } from '@/lib/privacy/exports'
import { makeExport } from '@/lib/privacy/make-export'
import type { Runner } from '@/lib/tasks/run-tasks'

/** Who does which kind of long work. A new kind is a line here. */
export const taskRunners: Record<string, Runner> = {
  [EXPORT_KIND]: makeExport,
  [WARM_PAGES]: warmChangedPages,
}
