'use client'

import type { FormActionState } from '@/app/_client/use-form-action'
import { Difference, readDifference } from './editor-form'

/** For a form in a dialog: its version, and what somebody else made of the thing in the meantime. Sending it again keeps one's own. */
export function StaleNotice({ form: { state }, version }: { form: FormActionState<unknown>; version: string }) {
  const theirs = state.status === 'failed' && state.code === 'stale' ? readDifference(state.extra) : null
  return (
    <>
      <input type="hidden" name="version" value={theirs?.version ?? version} />
      {theirs && <Difference {...theirs} onReload={() => window.location.reload()} />}
    </>
  )
}
