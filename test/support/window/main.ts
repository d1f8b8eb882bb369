// The order matters: the window reads its bridge as it starts.
import './install-fake.ts'
import '#renderer/app/main.tsx'
