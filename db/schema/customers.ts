import { sql } from 'drizzle-orm'
import { boolean, char, check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { AddressId, StaffRoleId, UserId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { id, time, timestamps } from './columns'

/**
 * What a member of staff may do, under a name: "Warehouse", "Support". Staff without one have the permissions of `defaultStaffPermissions`;
 * admins have all. Read with the session, so a change holds from the next request on.
 */
export const staffRoles = pgTable(
  'staff_roles',
  {
    id: id<StaffRoleId>().primaryKey(),
    name: text().notNull(),
    permissions: text().array().$type<StaffPermission[]>().notNull().default([]),
    ...timestamps(),
  },
  (t) => [uniqueIndex('staff_roles_name').on(sql`lower(${t.name})`)],
)

/** Shape of better-auth's Drizzle adapter (name, email, emailVerified, image) plus ours. Passwords live in its own account table. */
export const users = pgTable(
  'users',
  {
    id: id<UserId>().primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text(),
    username: text(),
    role: text({ enum: ['customer', 'staff', 'admin'] })
      .notNull()
      .default('customer'),
    staffRoleId: id<StaffRoleId>('staff_role_id').references(() => staffRoles.id, { onDelete: 'set null' }),
    bannedAt: time('banned_at'),
    /** When the person had their data erased; the row stays because orders point at it. */
    erasedAt: time('erased_at'),
    marketingConsent: boolean('marketing_consent').notNull().default(false),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('users_email').on(sql`lower(${t.email})`),
    // better-auth asks for the column itself, at every sign-in.
    index('users_email_as_stored').on(t.email),
    uniqueIndex('users_username').on(t.username),
    // The few people who work here.
    index('users_staff').on(t.role).where(sql`${t.role} <> 'customer'`),
    index('users_created').on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('users_search').using('gin', sql`(lower(${t.name} || ' ' || ${t.email})) gin_trgm_ops`),
    check('users_role', sql`${t.role} in ('customer', 'staff', 'admin')`),
  ],
)

export const addresses = pgTable(
  'addresses',
  {
    id: id<AddressId>().primaryKey(),
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    fullName: text('full_name').notNull(),
    line1: text().notNull(),
    line2: text(),
    city: text().notNull(),
    region: text(),
    postalCode: text('postal_code'),
    country: char({ length: 2 }).notNull(),
    phone: text(),
    isDefaultShipping: boolean('is_default_shipping').notNull().default(false),
    isDefaultBilling: boolean('is_default_billing').notNull().default(false),
    ...timestamps(),
  },
  (t) => [
    index('addresses_user').on(t.userId),
    uniqueIndex('addresses_default_shipping').on(t.userId).where(sql`${t.isDefaultShipping}`),
    uniqueIndex('addresses_default_billing').on(t.userId).where(sql`${t.isDefaultBilling}`),
  ],
)
