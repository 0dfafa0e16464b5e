import { lockSetting, putSetting, type SettingKind, versionOf } from '@/lib/settings/change-setting'
import { requireUnmoved, type UndoHandler } from './handler'

/** One kind of setting, added, changed or taken away: it is again what it was, or there is none again. */
export function undoSetting<V>(kind: SettingKind<V>): Record<string, UndoHandler> {
  const handler: UndoHandler = {
    permission: 'settings.write',
    async revert(tx, _ctx, entry) {
      const { id } = entry.subject
      const now = await lockSetting(tx, kind, id)
      requireUnmoved(versionOf(now), entry)
      const after = entry.before === null ? null : kind.schema.parse(entry.before)
      await putSetting(tx, kind, { id, before: now, after })
      return { before: now, after, version: versionOf(after) }
    },
  }
  return Object.fromEntries(['added', 'changed', 'removed'].map((step) => [`${kind.noun}.${step}`, handler]))
}
