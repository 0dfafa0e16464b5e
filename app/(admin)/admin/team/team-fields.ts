type Fields = Record<string, unknown>

/** `as` is `admin`, `staff`, `customer`, or the id of a role of the staff. */
export function memberFields(fields: unknown) {
  const { user_id, as } = fields as Fields
  const isPlain = as === 'admin' || as === 'staff' || as === 'customer'
  return isPlain ? { user_id, role: as, staff_role_id: null } : { user_id, role: 'staff', staff_role_id: as }
}

/** A checkbox for each permission; none, one or several may be ticked. */
export function roleFields(fields: unknown) {
  const { permissions = [], ...rest } = fields as Fields
  return { ...rest, permissions: [permissions].flat() }
}
