import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { makeUser } from '@/db/testing/world'
import { ListAudit, UndoChange } from '@/lib/audit/schemas'
import type { Ctx } from '@/lib/core/context'
import { newId, type StaffRoleId, type UserId } from '@/lib/core/ids'
import { type StaffPermission, staffPermissions } from '@/lib/core/permissions'
import { banUser } from '@/lib/customers/ban-user'
import { listChanges } from '@/lib/undo/list-changes'
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
  const { data } = await listChanges(boss, ListAudit.parse({ action: 'member.', subject_id: userId }))
  const name = team.roles.find((one) => one.id === id)?.name
  const [packer, left] = [
    { role: 'staff', staff_role: name },
    { role: 'customer', staff_role: null },
  ]
  expect(data.map(({ before, after }) => [before, after])).toEqual([
    [packer, left],
    [{ role: 'staff', staff_role: null }, packer],
    [left, { role: 'staff', staff_role: null }],
  ])
  expect(data[0]?.subject.label).toBe(team.members.find((one) => one.id === userId)?.name)
  expect((await readTeam(boss)).members.some((one) => one.id === userId)).toBe(false)
  const self = boss.actor.kind === 'user' ? boss.actor.userId : newId<UserId>()
  expect((await refusalOf(setMember(boss, { user_id: self, role: 'staff', staff_role_id: null }))).code).toBe('conflict')
  expect((await refusalOf(addMember(boss, { email: 'nobody@nowhere.example' }))).code).toBe('invalid_input')
})

test('a role that somebody has is not removed, and one that is gone is given to nobody, also when both happen at once', async () => {
  const makeRole = async () => (await saveRole(boss, { name: `Narrow ${newId()}`, permissions: [] })).id
  const give = (user_id: UserId, staff_role_id: StaffRoleId) => setMember(boss, { user_id, role: 'staff', staff_role_id })
  const named = async (name: string) => {
    const id = await makeUser()
    await database().update(users).set({ name }).where(eq(users.id, id))
    return id
  }
  const id = await makeRole()
  const detail = async () => (await refusalOf(removeRole(boss, { id }))).options.detail
  await give(await named('Ada'), id)
  expect(await detail()).toBe('Ada has this role. Give them another one first.')
  await give(await named('Bo'), id)
  expect(await detail()).toBe('Ada and Bo have this role. Give them another one first.')
  await give(await named('Cy'), id)
  expect(await detail()).toBe('Ada and 2 others have this role. Give them another one first.')

  const userId = await named('Dee')
  for (let round = 0; round < 12; round++) {
    const raced = await makeRole()
    const settled = await Promise.allSettled(
      round % 2 ? [give(userId, raced), removeRole(boss, { id: raced })] : [removeRole(boss, { id: raced }), give(userId, raced)],
    )
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [now] = await database().select().from(users).where(eq(users.id, userId))
    const isThere = (await readTeam(boss)).roles.some((one) => one.id === raced)
    expect(now?.staffRoleId === raced).toBe(isThere)
  }
  const gone = await refusalOf(give(userId, newId<StaffRoleId>()))
  expect([gone.code, gone.options.errors]).toEqual([
    'invalid_input',
    [{ pointer: '/staff_role_id', detail: 'This role is gone. Choose another one.' }],
  ])
})

test('the team says whose account is closed', async () => {
  const userId = await makeUser()
  await setMember(boss, { user_id: userId, role: 'staff', staff_role_id: null })
  const isBanned = async () => (await readTeam(boss)).members.find(({ id }) => id === userId)?.is_banned
  expect(await isBanned()).toBe(false)
  await banUser(boss, { userId, isBanned: true })
  expect(await isBanned()).toBe(true)
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
