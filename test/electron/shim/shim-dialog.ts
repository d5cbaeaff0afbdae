import type { Dialog, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron';

type Asked = Pick<Dialog, 'showErrorBox' | 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'>;

/** `dialog`: the person answers as the test says, and what was asked is kept. */
export class ShimDialog {
  /** Paths that the person will choose, one a dialog; null cancels. */
  readonly choices: (string | null)[] = [];
  /** Where a person saves whom the test has told nothing: nowhere. */
  whereToSave: (offered: string) => string | null = () => null;
  /** The buttons that the person will press, by their place; 0 where the test says nothing. */
  readonly presses: number[] = [];
  /** What the person was told or asked. */
  readonly told: MessageBoxOptions[] = [];

  readonly dialog: Asked = {
    showSaveDialog: async (
      ...given: readonly [unknown, SaveDialogOptions] | readonly [SaveDialogOptions]
    ) => {
      // With a window or without: Electron takes both.
      const { defaultPath = '' } = given.at(-1) as SaveDialogOptions;
      const filePath = this.choices.shift() ?? this.whereToSave(defaultPath);
      return { canceled: filePath === null, filePath: filePath ?? '' };
    },
    showOpenDialog: async (
      ...given: readonly [unknown, OpenDialogOptions?] | readonly [OpenDialogOptions]
    ) => {
      void given;
      const filePath = this.choices.shift() ?? null;
      return { canceled: filePath === null, filePaths: filePath === null ? [] : [filePath] };
    },
    showMessageBox: async (
      ...given: readonly [unknown, MessageBoxOptions] | readonly [MessageBoxOptions]
    ) => {
      // With a window or without: Electron takes both.
      this.told.push(given.at(-1) as MessageBoxOptions);
      return { response: this.presses.shift() ?? 0, checkboxChecked: false };
    },
    showErrorBox(title, content) {
      throw new Error(`${title}: ${content}`);
    },
  };
}
