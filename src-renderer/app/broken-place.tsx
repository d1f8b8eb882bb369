import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { problem } from '#shared/problems/problem-catalogue.ts'
import { Page } from '../ui/page/page.tsx'
import { ProblemAlert } from '../ui/states/problem-alert.tsx'

/** A fault of ours in drawing a place, or an address that names none: the rest of the window stays. */
export function BrokenPlace() {
  return (
    <Page title="This place cannot be shown">
      <ProblemAlert problem={problem('desktop.unexpected')} aside={<ToStart />} />
    </Page>
  )
}

function ToStart() {
  return (
    <Button variant="default" size="xs" renderRoot={(props) => <Link to="/" {...props} />}>
      Go to the start
    </Button>
  )
}
