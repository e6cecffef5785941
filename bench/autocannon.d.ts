declare module 'autocannon' {
  type Options = {
    url: string
    connections: number
    duration: number
    headers?: Record<string, string>
    requests?: { setupRequest?: (request: { path: string }) => { path: string }; method?: string; body?: string }[]
  }
  type Result = { duration: number; non2xx: number; errors: number; '3xx': number; requests: { total: number } }
  export default function autocannon(options: Options): Promise<Result>
}
