'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { SearchIcon } from '@/app/_ui/icons'
import { formatMoney } from '@/lib/core/format-money'
import { fetchSuggestions } from './fetch-suggestions'
import { keys } from './keys'
import { useShop } from './shop-context'
import { useTypedEarly } from './use-typed-early'

const DEBOUNCE_MS = 120
/** What the search and its suggestions take. A longer one may stand in the address. */
const MAX_QUERY = 200

type Option = { href: Route; name: string; note: string; picture?: { src: string; srcset: string } }

/**
 * The search of the header: a plain form that leads to `/search`, and with scripts a combobox (WAI-ARIA APG, "list autocomplete with
 * manual selection"): arrows move through suggestions, Enter follows the chosen one or searches, Escape closes.
 */
export function SearchBox() {
  const router = useRouter()
  const { locale } = useShop()
  const listId = useId()
  const form = useRef<HTMLFormElement>(null)
  const [text, setText] = useState('')
  const input = useTypedEarly(setText)
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const query = useDebounced(text.trim(), DEBOUNCE_MS)
  const { data } = useQuery({
    queryKey: keys.suggestions(query.toLowerCase()),
    queryFn: ({ signal }) => fetchSuggestions(query, signal),
    enabled: query.length >= 2 && query.length <= MAX_QUERY,
    placeholderData: keepPreviousData,
  })
  const options: Option[] =
    data && text.trim().length >= 2
      ? [
          ...data.categories.map(({ slug, name, parent_name }) => ({
            href: `/c/${slug}` as Route,
            name,
            note: parent_name ? `in ${parent_name}` : 'Department',
          })),
          ...data.products.map(({ slug, name, price, picture }) => ({
            href: `/p/${slug}` as Route,
            name,
            note: formatMoney(price, locale),
            picture: picture ?? undefined,
          })),
        ]
      : []
  const isShown = isOpen && options.length > 0

  // The page is the same for everybody, so what was searched for is read from the address after it has arrived.
  useEffect(() => {
    const read = () => location.pathname === '/search' && setText(new URLSearchParams(location.search).get('q') ?? '')
    read()
    // Back and forward between two searches: the box says what the page shows.
    window.addEventListener('popstate', read)
    return () => window.removeEventListener('popstate', read)
  }, [])

  function follow(href: Route) {
    setIsOpen(false)
    setChosen(-1)
    router.push(href)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    follow(`/search?q=${encodeURIComponent(text.trim())}` as Route)
  }

  function steer(event: KeyboardEvent) {
    const option = options[chosen]
    if (event.key === 'Escape') {
      setIsOpen(false)
      setChosen(-1)
    } else if (event.key === 'Enter' && isShown && option) {
      event.preventDefault()
      follow(option.href)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault()
      setIsOpen(true)
      setChosen((at) => (event.key === 'ArrowDown' ? (at + 1) % options.length : (at <= 0 ? options.length : at) - 1))
    }
  }

  return (
    <search>
      <form
        ref={form}
        action="/search"
        method="get"
        onSubmit={submit}
        onBlur={(event) => {
          if (!form.current?.contains(event.relatedTarget)) setIsOpen(false)
        }}
        className="relative"
      >
        <SearchIcon className="pointer-events-none absolute top-3 left-4 text-muted" />
        <input
          ref={input}
          type="search"
          name="q"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setIsOpen(true)
            setChosen(-1)
          }}
          onFocus={() => setIsOpen(true)}
          onKeyDown={steer}
          placeholder="Search the shop"
          aria-label="Search the shop"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={listId}
          aria-activedescendant={isShown && chosen >= 0 ? `${listId}-${chosen}` : undefined}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={MAX_QUERY}
          className="h-11 w-full rounded-full border border-transparent bg-sunken pr-4 pl-12 text-base transition-colors placeholder:text-muted hover:border-edge focus:border-accent focus:bg-surface focus-visible:outline-1 focus-visible:outline-offset-0"
        />
        <div
          id={listId}
          role="listbox"
          aria-label="Suggestions"
          hidden={!isShown}
          className="absolute inset-x-0 top-full z-50 mt-2 max-h-[70dvh] overflow-y-auto rounded-lg border border-line bg-surface p-2 shadow-lg"
        >
          {options.map((option, index) => (
            <div
              key={option.href}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => follow(option.href)}
              onKeyDown={steer}
              onPointerMove={() => setChosen(index)}
              className="flex min-h-12 cursor-pointer items-center gap-3 rounded-md px-2 py-1.5 aria-selected:bg-sunken"
            >
              {option.picture ? (
                <img
                  src={option.picture.src}
                  srcSet={option.picture.srcset}
                  sizes="44px"
                  width={44}
                  height={44}
                  alt=""
                  className="size-11 shrink-0 rounded-md bg-sunken object-cover"
                />
              ) : (
                <span className="flex size-11 shrink-0 items-center justify-center rounded-md bg-accent-soft text-accent">
                  <SearchIcon width="18" height="18" />
                </span>
              )}
              <span className="min-w-0 flex-1">
                <span className="line-clamp-2 leading-tight">{option.name}</span>
                {!option.picture && <span className="block text-muted text-sm">{option.note}</span>}
              </span>
              {option.picture && <span className="tabular text-muted text-sm">{option.note}</span>}
            </div>
          ))}
        </div>
        <p role="status" className="sr-only">
          {isShown ? `${options.length} suggestions. Use the arrow keys to choose one.` : ''}
        </p>
      </form>
    </search>
  )
}

function useDebounced(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
