import { useEffect, useRef } from 'preact/hooks'

interface MenuProps {
  readonly name: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly count?: number }[]
  readonly chosen: readonly string[]
  readonly choose: (chosen: string[]) => void
}

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
  const flip = (value: string) => choose(chosen.includes(value) ? chosen.filter(c => c !== value) : [...chosen, value])
  // One that was chosen elsewhere stays here to be taken off again.
  const all = [...options, ...chosen.filter(c => !options.some(o => o.value === c)).map(value => ({ value, label: value }))]
  return (
    <details
      ref={box}
      class="menu"
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
        {all.length === 0 && <p class="soft">None yet.</p>}
        {all.map(option => (
          <label key={option.value}>
            <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => flip(option.value)} />
            <span>{option.label}</span>
            {'count' in option && <span class="n soft">{option.count}</span>}
          </label>
        ))}
      </fieldset>
    </details>
  )
}
