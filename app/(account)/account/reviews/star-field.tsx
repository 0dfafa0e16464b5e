import { StarIcon } from '@/app/_ui/icons'
import './star-field.css'

const meanings = ['Poor', 'Not so good', 'It is all right', 'Good', 'Excellent']

/**
 * One to five stars as radio buttons: arrow keys move, each has its words. The stars up to the chosen one are filled by CSS alone, so it
 * works without JavaScript.
 */
export function StarField({ chosen, error }: { chosen: number; error?: string }) {
  return (
    <fieldset aria-describedby={error ? 'rating-error' : undefined}>
      <legend className="mb-1.5 font-medium text-sm">Your rating</legend>
      <div className="star-row flex flex-wrap items-center">
        {meanings.map((meaning, index) => {
          const stars = index + 1
          const label = `${stars} ${stars === 1 ? 'star' : 'stars'}: ${meaning}`
          return (
            <label key={meaning} title={meaning} className="star-choice relative grid size-11 place-items-center rounded-md">
              <input
                id={stars === 1 ? 'rating' : undefined}
                type="radio"
                name="rating"
                value={stars}
                defaultChecked={stars === chosen}
                aria-label={label}
                className="absolute inset-0 size-full cursor-pointer appearance-none rounded-md"
              />
              <StarIcon className="pointer-events-none size-8" />
            </label>
          )
        })}
        <span aria-hidden className="star-words ml-3 text-muted text-sm">
          {meanings.map((meaning) => (
            <span key={meaning}>{meaning}</span>
          ))}
        </span>
      </div>
      {error && (
        <p id="rating-error" className="mt-1.5 font-medium text-danger text-sm">
          {error}
        </p>
      )}
    </fieldset>
  )
}
