import { type DragEvent, type ReactElement, type ReactNode, useId } from 'react';

interface FileChoiceProps {
  /** As the attribute `accept` has it, such as `.csv,text/csv`. */
  readonly accept: string;
  readonly children: ReactNode;
  onChoose(file: File): void;
}

/** A button that lets a person choose a file; the same one again too, once it has been changed. */
export function FileChoice({ accept, children, onChoose }: FileChoiceProps): ReactElement {
  const id = useId();
  return (
    <>
      <label className="button button-plain file-choice" htmlFor={id}>
        {children}
      </label>
      <input
        id={id}
        className="unseen"
        type="file"
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file !== undefined) onChoose(file);
        }}
      />
    </>
  );
}

/** Makes a part of the page take files that are dropped on it, which the window then leaves alone. */
export const fileDrop = (onDropped: (file: File) => void) => ({
  onDragOver: (event: DragEvent) => event.preventDefault(),
  onDrop(event: DragEvent) {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onDropped(file);
  },
});
