/** Copies values and reads a chosen file into the field: conveniences, without which every page works too. */
export const setupScript = `for (const button of document.querySelectorAll('button[data-copy]')) {
  if (!navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy)
    button.textContent = 'Copied'
  })
}
const file = document.querySelector('input[type=file]')
const field = document.querySelector('textarea')
if (file && field) {
  file.closest('[hidden]').hidden = false
  file.addEventListener('change', async () => {
    const [chosen] = file.files
    if (chosen) field.value = await chosen.text()
  })
}
`
