'use client'

import { RightBack } from '@/app/_client/right-back'

export default function SignInError({ reset }: { error: Error; reset: () => void }) {
  return <RightBack reset={reset}>What is in your account stays there.</RightBack>
}
