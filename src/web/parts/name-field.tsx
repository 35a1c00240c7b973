import { who } from '../state.ts'

/** The name under which a person corrects; remembered in this browser. */
export const NameField = () => (
  <label class="field">
    <span>Your name</span>
    <input
      type="text"
      required
      maxLength={100}
      autocomplete="name"
      value={who.value}
      onInput={event => {
        who.value = event.currentTarget.value
      }}
    />
  </label>
)
