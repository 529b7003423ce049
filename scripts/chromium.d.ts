/** Path of a Chromium on this machine: `CHROMIUM_PATH`, or one of the usual places. */
export function findChromium(): string | undefined
/** On Debian as root installs the system's package; elsewhere says in one line what to do, and ends. */
export function installChromium(): void
