/* A few comforts. Everything on every page works without this file. */

/** A filter chosen with mouse or finger asks for the list at once; with the keyboard it waits for the button. */
for (const form of document.querySelectorAll('form[data-filters]')) {
  let pointed = false
  form.addEventListener('pointerdown', () => {
    pointed = true
  })
  form.addEventListener('keydown', () => {
    pointed = false
  })
  form.addEventListener('change', (event) => {
    if (pointed && event.target instanceof HTMLSelectElement) form.querySelector('[data-apply]').click()
  })
}

/** A form that only asks leaves out what was not filled in, so that addresses stay short. */
for (const form of document.querySelectorAll('form[method="get"]')) {
  form.addEventListener('submit', () => {
    const empty = [...form.elements].filter((field) => field.name && field.value === '')
    for (const field of empty) field.disabled = true
    setTimeout(() => {
      for (const field of empty) field.disabled = false
    })
  })
}

/** Buttons that need a script are hidden in the page and shown here. */
for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
for (const button of document.querySelectorAll('button[data-copy]')) {
  if (!navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy)
    button.textContent = document.body.dataset.copied
  })
}
