import { useEffect, useRef, useState } from 'preact/hooks'

interface MenuProps {
  readonly name: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly count?: number }[]
  readonly chosen: readonly string[]
  readonly choose: (chosen: string[]) => void
}

/** From how many options on a field finds some of them, and how many are listed at once. */
const [MANY, MOST] = [20, 100]

/** A list of check boxes that opens under its name. */
export const Menu = ({ name, options, chosen, choose }: MenuProps) => {
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const away = (event: Event) => {
      if (box.current?.open && !box.current.contains(event.target as Node)) box.current.open = false
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('focusin', away)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('focusin', away)
    }
  }, [])
  const [open, setOpen] = useState(false)
  const [part, setPart] = useState('')
  const flip = (value: string) => choose(chosen.includes(value) ? chosen.filter(c => c !== value) : [...chosen, value])
  // One that was chosen elsewhere stays here to be taken off again.
  const all = [...chosen.filter(c => !options.some(o => o.value === c)).map(value => ({ value, label: value })), ...options]
  const found = part ? all.filter(o => o.label.toLowerCase().includes(part.toLowerCase())) : all
  const listed = [...found].sort((a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value))).slice(0, MOST)
  return (
    <details
      ref={box}
      class="menu"
      onToggle={event => setOpen(event.currentTarget.open)}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !box.current?.open) return
        box.current.open = false
        box.current.querySelector('summary')?.focus()
        event.stopPropagation()
      }}
    >
      <summary class={chosen.length ? 'on' : ''}>
        {name}
        {chosen.length > 0 && ` (${chosen.length})`}
      </summary>
      <fieldset class="sheet">
        <legend class="unseen">{name}</legend>
        {open && all.length > MANY && (
          <input
            type="search"
            aria-label={`${name}: part of the name`}
            value={part}
            onInput={e => setPart(e.currentTarget.value)}
          />
        )}
        {open && found.length === 0 && <p class="soft">None.</p>}
        {open &&
          listed.map(option => (
            <label key={option.value}>
              <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => flip(option.value)} />
              <span>{option.label}</span>
              {'count' in option && <span class="n soft">{option.count}</span>}
            </label>
          ))}
        {open && found.length > listed.length && <p class="soft">and {found.length - listed.length} more</p>}
      </fieldset>
    </details>
  )
}
