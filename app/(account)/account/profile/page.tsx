import type { Metadata } from 'next'
import { PageHead } from '@/app/(account)/_parts/page-head'
import { signedIn } from '@/app/(account)/_parts/signed-in'
import { findMe } from '@/lib/customers/find-me'
import { ProfileEditor } from './profile-editor'

export const instant = false

export const metadata: Metadata = { title: 'Profile' }

export default async function ProfilePage() {
  const me = await signedIn('/account/profile', findMe)
  return (
    <>
      <PageHead title="Profile">What we call you, and what we may write to you about.</PageHead>
      <ProfileEditor me={me} />
    </>
  )
}
