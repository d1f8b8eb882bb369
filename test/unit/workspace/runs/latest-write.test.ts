import { expect, test } from 'vitest'
import { LatestWrite } from '#main/workspace/runs/latest-write.ts'

/** Writes that end when the test says so. */
function gatedWrites() {
  const written: number[] = []
  const gates: (() => void)[] = []
  const writes = new LatestWrite<number>(
    (value) =>
      new Promise((resolve) => {
        written.push(value)
        gates.push(resolve)
      }),
  )
  return { writes, written, release: () => gates.shift()?.() }
}

test('keeps only the newest of what comes while a write is under way', async () => {
  const { writes, written, release } = gatedWrites()
  const first = writes.put(1)
  const second = writes.put(2)
  const third = writes.put(3)
  expect(written).toEqual([1])
  release()
  await first
  await expect.poll(() => written).toEqual([1, 3])
  release()
  await Promise.all([second, third])
  await writes.settled()
  expect(written).toEqual([1, 3])
})

test('goes on after a write that failed, and tells whoever put it', async () => {
  const written: number[] = []
  const writes = new LatestWrite<number>(async (value) => {
    if (value === 1) throw new Error('full')
    written.push(value)
  })
  const failing = writes.put(1)
  const following = writes.put(2)
  await expect(failing).rejects.toThrow('full')
  await following
  await writes.put(3)
  expect(written).toEqual([2, 3])
})

test('settles only after the last write', async () => {
  const { writes, written, release } = gatedWrites()
  void writes.put(1)
  void writes.put(2)
  let settled = false
  const done = writes.settled().then(() => {
    settled = true
  })
  release()
  await expect.poll(() => written).toEqual([1, 2])
  expect(settled).toBe(false)
  release()
  await done
  expect(settled).toBe(true)
})
