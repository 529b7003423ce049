import dns from 'node:dns'

/*
 * Loaded before a program: lets Node find every name under `localhost` on this machine, as browsers do. The command
 * line puts the project's name before the host.
 */
const {lookup} = dns

Object.defineProperty(dns, 'lookup', {
  value: (name: string, ...rest: unknown[]): unknown =>
    Reflect.apply(lookup, dns, [name.endsWith('.localhost') ? '127.0.0.1' : name, ...rest]),
})
