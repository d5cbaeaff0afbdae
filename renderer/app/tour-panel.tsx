import { type ReactElement, useEffect } from 'react';
import { useStore } from '../state/store.ts';
import { useStudio } from '../state/studio-context.tsx';
import { Button } from '../ui/button.tsx';

/** The step of the tour, beside the work; it goes on by itself once the step is done. */
export function TourPanel(): ReactElement | null {
  const studio = useStudio();
  const { tour } = studio;
  const at = useStore(tour);
  useEffect(() => {
    if (at === undefined) return;
    tour.look(studio);
    return studio.subscribe(() => tour.look(studio));
  }, [studio, tour, at]);
  const step = tour.steps[at ?? -1];
  if (at === undefined || step === undefined) return null;
  return (
    <section className="tour" aria-label="Tour" aria-live="polite">
      <p className="muted small">
        Step {at + 1} of {tour.steps.length}
      </p>
      <h2>{step.title}</h2>
      <p>{step.text}</p>
      <div className="tour-buttons">
        <Button kind="quiet" onClick={() => tour.end()}>
          End the tour
        </Button>
        <Button onClick={() => tour.skip()}>Skip this step</Button>
      </div>
    </section>
  );
}
