const PLACEHOLDERS = new Set([
  'changeme',
  'change-me',
  'change_me',
  'changeit',
  'secret',
  'password',
  'passwd',
  'postgres',
  'admin',
  'root',
  'test',
  'example',
  'placeholder',
  'todo',
  'fixme',
  'xxx',
  'xxxx',
  '123456',
  '12345678',
  'default',
  'none',
  'null',
  'undefined',
]);

/**
 * Tells whether a secret is obviously one that nobody chose: an example value, a marker such as `<password>` or `${PASSWORD}`, or the
 * same in the password of a URL.
 * @param value a secret, or a URL that contains one
 */
export function isPlaceholderSecret(value: string): boolean {
  const password = passwordOf(value) ?? value;
  const bare = password.trim().toLowerCase();
  return (
    bare === '' ||
    PLACEHOLDERS.has(bare) ||
    /^<.*>$/.test(bare) ||
    /^\$\{.*\}$/.test(bare) ||
    /^(your|my)[-_ ]/.test(bare) ||
    /^\*+$/.test(bare)
  );
}

function passwordOf(value: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return undefined;
  try {
    const url = new URL(value);
    // A URL without user needs no password (a socket, a trusted network): nothing to refuse.
    return url.username === '' ? 'unused' : decodeURIComponent(url.password);
  } catch {
    return undefined;
  }
}
