/**
 * What the installed studio was asked on a command line, such as `depin-studio run my-network`: undefined where it was only opened, or
 * with a file or a link. The command line is part of the app, and starts no window.
 */
export function askedCommand(args: readonly string[]): readonly string[] | undefined {
  const [first] = args;
  if (first === undefined) return undefined;
  if (['--help', '--version'].includes(first)) return args;
  return /^[a-z]+(-[a-z]+)*$/.test(first) ? args : undefined;
}
