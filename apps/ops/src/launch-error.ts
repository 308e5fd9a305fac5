import { launcherText, type Label, type LauncherMessage } from '@binhxet/messages';

/** A failure the person at the terminal can act on: printed in words, without a stack. */
export class LaunchError extends Error {
  readonly label: Label;

  constructor(
    readonly key: LauncherMessage,
    values: Readonly<Record<string, string | number>> = {},
    options: ErrorOptions = {},
  ) {
    const label = launcherText(key, values);
    super(label.en, options);
    this.label = label;
  }
}

/** What a command ends with: 0 done, 1 a check said no, 2 input refused, 3 the machine or a server failed. */
export const EXIT = { OK: 0, DIFFERENT: 1, REFUSED: 2, INFRASTRUCTURE: 3, INTERRUPTED: 130 } as const;
