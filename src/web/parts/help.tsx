import { useEffect, useRef } from 'preact/hooks'
import { helpOpen, KEYS } from '../keys.ts'
import { letterKeys } from '../state.ts'

/** Keys, and what the marks mean. */
export const Help = () => {
  const dialog = useRef<HTMLDialogElement>(null)
  const open = helpOpen.value
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
  }, [open])
  return (
    <dialog
      ref={dialog}
      aria-labelledby="help-title"
      class="help"
      onClose={() => {
        helpOpen.value = false
      }}
    >
      <h2 id="help-title">Help</h2>
      <h3>Keys</h3>
      <dl class="keys">
        {KEYS.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={letterKeys.value === 'on'}
          onChange={event => {
            letterKeys.value = event.currentTarget.checked ? 'on' : 'off'
          }}
        />
        Single letters are commands
      </label>
      <h3>What the desk shows</h3>
      <ul>
        <li>A report is one dated text of one outlet. A claim is one event as one source tells it, pinned to its words.</li>
        <li>An incident is all claims that are judged to tell of one happening. An account is what one party says of it.</li>
        <li>Nothing is averaged and nothing is called true. Copies of one text count once.</li>
        <li>A filled mark stands for “asserts”, an open one for “denies”, a square one for “tells it otherwise”.</li>
        <li>
          <mark class="loaded">Marked words</mark> in a quote judge; they are shown as evidence of how the source speaks.
        </li>
        <li>Tints only help the eye to find a party again. They stand for nothing.</li>
      </ul>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  )
}
