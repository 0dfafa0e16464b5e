import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { makeUser } from '@/db/testing/world'
import { UndoChange } from '@/lib/audit/schemas'
import type { Ctx } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import { type StaffPermission, staffPermissions } from '@/lib/core/permissions'
import { undoChange } from '@/lib/undo/undo-change'
import { readTeam, requireRole } from './read-team'
import { removeRole, saveRole } from './save-role'
import { addMember, setMember } from './set-member'

let boss: Ctx
beforeAll(async () => {
  boss = { actor: { kind: 'user', userId: await makeUser(), role: 'admin' }, requestId: newId(), clientAddress: '127.0.0.1' }
})

const everything = Object.keys(staffPermissions) as StaffPermission[]

test('a role is made, changed, refused when it has moved on, and its change taken back', async () => {
  const name = `Packers ${newId()}`
  const { id } = await saveRole(boss, { name, permissions: ['orders.read'] })
  const { version } = await requireRole(boss, id)
  const { undo } = await saveRole(boss, { id, version, name, permissions: ['orders.read', 'orders.fulfil'] })
  const stale = await refusalOf(saveRole(boss, { id, version, name, permissions: [] }))
  expect(stale).toMatchObject({
    code: 'stale',
    options: { extra: { changes: [{ theirs: name }, { theirs: expect.stringContaining('Send parcels') }] } },
  })
  await undoChange(boss, UndoChange.parse({ id: undo }))
  expect((await requireRole(boss, id)).permissions).toEqual(['orders.read'])
  expect((await refusalOf(saveRole(boss, { name: name.toUpperCase(), permissions: [] }))).options.errors).toMatchObject([{ pointer: '/name' }])
  await removeRole(boss, { id })
  expect((await refusalOf(requireRole(boss, id))).code).toBe('not_found')
})

test('somebody with an account joins the team, gets a role, and leaves it again; nobody does it to themselves', async () => {
  const userId = await makeUser()
  const email = `${newId()}@example.com`
  await database().update(users).set({ email, emailVerified: true }).where(eq(users.id, userId))
  await addMember(boss, { email: email.toUpperCase() })
  expect((await refusalOf(addMember(boss, { email }))).options.errors?.[0]?.detail).toBe('They are in the team already.')
  const { id } = await saveRole(boss, { name: `Support ${newId()}`, permissions: ['customers.read'] })
  await setMember(boss, { user_id: userId, role: 'staff', staff_role_id: id })
  const { result: team, statements } = await recordStatements(() => readTeam(boss))
  expect(statements).toHaveLength(1)
  expect(team.members.find((one) => one.id === userId)).toMatchObject({ role: 'staff', staff_role_id: id })
  expect(team.roles.find((one) => one.id === id)).toMatchObject({ members: 1 })
  await setMember(boss, { user_id: userId, role: 'customer', staff_role_id: id })
  expect((await readTeam(boss)).members.some((one) => one.id === userId)).toBe(false)
  const self = boss.actor.kind === 'user' ? boss.actor.userId : newId<UserId>()
  expect((await refusalOf(setMember(boss, { user_id: self, role: 'staff', staff_role_id: null }))).code).toBe('conflict')
  expect((await refusalOf(addMember(boss, { email: 'nobody@nowhere.example' }))).code).toBe('invalid_input')
})

test('no role, however much it grants, lets anybody see or change the team', async () => {
  const clerk: Ctx = { ...boss, actor: { kind: 'user', userId: newId<UserId>(), role: 'staff', permissions: everything } }
  for (const refused of [
    () => readTeam(clerk),
    () => saveRole(clerk, { name: 'Mine', permissions: everything }),
    () => addMember(clerk, { email: 'a@example.com' }),
    () => setMember(clerk, { user_id: newId<UserId>(), role: 'admin', staff_role_id: null }),
  ]) {
    expect((await refusalOf(refused())).code).toBe('forbidden')
  }
})
