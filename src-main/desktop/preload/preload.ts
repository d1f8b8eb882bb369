import { expose } from './expose.ts'

expose(process.argv)
