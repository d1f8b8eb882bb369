/** RFC 6749 §4.1.2.1. */
export const answerError = (code: string, description: string) => (parameters: URLSearchParams) => {
  parameters.delete('code')
  parameters.set('error', code)
  parameters.set('error_description', description)
}
