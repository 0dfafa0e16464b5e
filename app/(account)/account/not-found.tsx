import { button } from '@/app/_ui/button'

export default function NotFound() {
  return (
    <div className="measure grid justify-items-start gap-4">
      <h1 className="text-xl">We could not find this page</h1>
      <p>It may have moved, or it belongs to another account.</p>
      <a href="/account" className={button({})}>
        To your account
      </a>
    </div>
  )
}
