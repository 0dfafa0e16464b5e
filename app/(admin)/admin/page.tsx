import type { Metadata } from 'next'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead } from '@/app/(admin)/_parts/page-head'

export const instant = false

export const metadata: Metadata = { title: 'Home' }

export default async function AdminHome() {
  const { session } = await asStaff('/admin', async (ctx) => ctx)
  return (
    <Page>
      <PageHead title={`Hello, ${session?.name.split(' ')[0] ?? ''}`} />
    </Page>
  )
}
