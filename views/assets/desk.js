/* Comforts of the desk. Everything there works without this file. */

/** The form of a line: rows and forms of a rate change in place, and the example is worked out as one types. */
for (const form of document.querySelectorAll('form[data-line-form]')) attend(form)

function attend(form) {
  let waiting
  let asked
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[name=step]')
    if (!button || button.value === 'save') return
    event.preventDefault()
    ask(button.value, (page) => redraw(form, page, button.value))
  })
  form.addEventListener('change', ({ target }) => {
    if (SWAPPING.test(target.name)) ask('show', (page) => redraw(form, page, ''))
  })
  form.addEventListener('input', ({ target }) => {
    clearTimeout(waiting)
    if (form.querySelector('[data-try]') && !SWAPPING.test(target.name))
      waiting = setTimeout(() => ask('example', (page) => retry(form, page)), 400)
  })
  form.addEventListener('submit', () => {
    clearTimeout(waiting)
    asked?.abort()
  })

  async function ask(step, show) {
    clearTimeout(waiting)
    asked?.abort()
    asked = new AbortController()
    const said = new URLSearchParams(new FormData(form))
    said.set('step', step)
    try {
      const answer = await fetch(form.action, { method: 'POST', body: said, signal: asked.signal })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const next = page.querySelector('form[data-line-form]')
      if (!next) throw new Error(answer.status)
      show(next)
    } catch (error) {
      if (error.name !== 'AbortError') say(form, form.dataset.failed)
    }
  }
}

/** Fields that decide which others there are. */
const SWAPPING = /^change$|\.form$|\.fact$|^payload\.(port|item)$/

/** Draws the whole form anew; the reader goes on where they were, or in the row that was added. */
function redraw(form, next, step) {
  const at = document.activeElement?.id
  const open = new Set([...form.querySelectorAll('details[open]')].map(({ id }) => id))
  for (const details of next.querySelectorAll('details')) details.open ||= open.has(details.id)
  form.className = next.className
  form.replaceChildren(...next.childNodes)
  const group = step.startsWith('add:') && document.getElementById(`f-${step.slice(4).replaceAll('.', '-')}`)
  const rows = group ? group.querySelectorAll(':scope > .line-part') : []
  const there = rows.length > 0 ? rows[rows.length - 1].querySelector('input, select, textarea') : null
  ;(there ?? (at && document.getElementById(at)))?.focus()
}

/** Shows the new example; its own fields stay while someone writes in them. */
function retry(form, next) {
  const [now, then] = [form.querySelector('[data-try]'), next.querySelector('[data-try]')]
  if (!now || !then) return
  now.replaceChildren(...then.childNodes)
  say(form, then.dataset.says)
  const [fields, others] = [form.querySelector('[data-try-fields]'), next.querySelector('[data-try-fields]')]
  if (!fields.contains(document.activeElement)) fields.replaceChildren(...others.childNodes)
}

function say(form, text) {
  const status = form.querySelector('[data-status]')
  if (status && status.textContent !== text) status.textContent = text
}
