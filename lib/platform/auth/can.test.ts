import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { sessions } from '@/db/schema/accounts'
import { staffRoles, users } from '@/db/schema/customers'
import { recordStatements } from '@/db/statements'
import { type Actor, actorOf, type Role } from '@/lib/core/context'
import { newId, type StaffRoleId, type UserId } from '@/lib/core/ids'
import { defaultStaffPermissions, type StaffPermission, staffPermissions } from '@/lib/core/permissions'
import { can } from './can'
import { findSession } from './find-session'

const every = Object.keys(staffPermissions) as StaffPermission[]
const user = (role: Role, permissions?: StaffPermission[]): Actor => ({
  kind: 'user',
  userId: newId<UserId>(),
  role,
  ...(permissions ? { permissions } : {}),
})
const granted = (actor: Actor) => every.filter((permission) => can(actor, permission))

test('admins may everything, staff what their role says or the usual, customers and guests nothing', () => {
  expect(granted(user('admin'))).toEqual(every)
  expect(granted(user('staff')).sort()).toEqual([...defaultStaffPermissions].sort())
  expect(granted(user('staff', ['orders.refund']))).toEqual(['orders.refund'])
  expect(granted(user('staff', []))).toEqual([])
  expect(granted(user('customer', every))).toEqual([])
  expect(granted({ kind: 'guest', sessionKey: null })).toEqual([])
})

test('nobody but an admin says who works here, whatever their role grants', () => {
  expect(can(user('staff', every), 'staff.manage')).toBe(false)
  expect(can(user('admin'), 'staff.manage')).toBe(true)
})

test('permissions are read with the session in one statement, and hold from the next request on', async () => {
  const [userId, token, roleId] = [newId<UserId>(), newId(), newId<StaffRoleId>()]
  const db = database()
  await db.insert(staffRoles).values({ id: roleId, name: `Role ${roleId}`, permissions: ['orders.read'] })
  await db.insert(users).values({ id: userId, name: 'Stan', email: `${userId}@example.com`, role: 'staff', staffRoleId: roleId })
  await db.insert(sessions).values({ id: newId(), userId, token, expiresAt: new Date(Date.now() + 60_000) })
  const permissionsNow = async () => {
    const session = await findSession(token)
    return session ? granted(actorOf(session)) : null
  }
  const { result, statements } = await recordStatements(permissionsNow)
  expect(result).toEqual(['orders.read'])
  expect(statements).toHaveLength(1)
  await db.update(staffRoles).set({ permissions: [] })
  expect(await permissionsNow()).toEqual([])
  await db.delete(staffRoles)
  expect(await permissionsNow()).toEqual([...every].filter((permission) => defaultStaffPermissions.includes(permission)))
  // Who became an admin has everything, whatever role stays behind.
  await db.insert(staffRoles).values({ id: roleId, name: `Role ${roleId}`, permissions: [] })
  await db.update(users).set({ role: 'admin', staffRoleId: roleId })
  expect(await permissionsNow()).toEqual(every)
})
