import postgres from 'postgres'

/** Eight connections are enough for hundreds of payments per second, because most calls are one statement. */
export function openStore(databaseUrl: string) {
  return postgres(databaseUrl, {
    max: 8,
    onnotice: () => {},
    connect_timeout: 5,
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
    connection: { application_name: 'test-payments', statement_timeout: 5_000 },
  })
}

export type Store = ReturnType<typeof openStore>

/** The provider's own tables, beside the shop's and never read by it. Times are rows, so that a kill loses none. */
export async function createSchema(sql: Store): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(7301944)`
    await tx`create schema if not exists test_payments`
    await tx`
      create table if not exists test_payments.payments (
        id text primary key,
        reference text not null unique,
        order_number text not null,
        status text not null check (status in ('requires_action', 'processing', 'captured', 'declined', 'cancelled')),
        amount bigint not null check (amount >= 0),
        currency text not null,
        captured bigint not null default 0,
        refunded bigint not null default 0 check (refunded <= captured),
        disputed bigint not null default 0,
        decline_code text,
        return_url text not null,
        settles_at timestamptz,
        created_at timestamptz not null default now()
      )`
    await tx`create index if not exists payments_settling on test_payments.payments (settles_at) where settles_at is not null`
    await tx`
      create table if not exists test_payments.refunds (
        key text primary key,
        id text not null unique,
        payment_id text not null references test_payments.payments,
        amount bigint not null check (amount > 0),
        created_at timestamptz not null default now()
      )`
    await tx`
      create table if not exists test_payments.webhooks (
        id bigint generated always as identity primary key,
        body text not null,
        attempts int not null default 0,
        due_at timestamptz,
        created_at timestamptz not null default now()
      )`
    await tx`create index if not exists webhooks_due on test_payments.webhooks (due_at) where due_at is not null`
  })
}
