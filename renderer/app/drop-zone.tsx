import { type ReactElement, useEffect, useState } from 'react';
import { takeDropped } from '../state/drop.ts';
import { attempt } from '../state/perform.ts';
import { useStudio } from '../state/studio-context.tsx';

/** Takes files that are dropped anywhere on the window, and says so while one is held over it. */
export function DropZone(): ReactElement | null {
  const studio = useStudio();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      const taken = event.defaultPrevented;
      // Otherwise the window would show the file in place of the studio.
      event.preventDefault();
      setOver(false);
      // A part of the page has taken it.
      if (taken) return;
      const [file] = event.dataTransfer?.files ?? [];
      if (file !== undefined) void attempt(studio, () => takeDropped(studio, file));
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [studio]);
  if (!over) return null;
  return (
    <div className="drop-zone">Drop a scenario, a CSV to calibrate against, or a proposal to verify</div>
  );
}
