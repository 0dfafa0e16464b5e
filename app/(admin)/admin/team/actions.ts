'use server'

import { z } from 'zod'
import { removeRole, saveRole } from '@/lib/staff/save-role'
import { AddMember, RemoveRole, SaveRole, SetMember } from '@/lib/staff/schemas'
import { addMember, setMember } from '@/lib/staff/set-member'
import { action } from '@/lib/web/action'
import { memberFields, roleFields } from './team-fields'

export const addMemberAction = action(AddMember, addMember)

export const setMemberAction = action(z.preprocess(memberFields, SetMember), setMember)

export const saveRoleAction = action(z.preprocess(roleFields, SaveRole), saveRole)

export const addRoleAction = action(z.preprocess(roleFields, SaveRole), saveRole, { redirectTo: () => '/admin/team' })

export const removeRoleAction = action(RemoveRole, removeRole, { redirectTo: () => '/admin/team' })
