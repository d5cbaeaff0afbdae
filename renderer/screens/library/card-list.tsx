import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { ListedScenario } from '../../../main/api/scenarios/scenarios-api.ts';
import { ScenarioCardView } from './scenario-card-view.tsx';

/** Cards that are drawn at once: more than a window holds, and few enough that nobody waits for those far below. */
const atOnce = 60;

interface CardListProps {
  readonly cards: readonly ListedScenario[];
  /** Id of the scenario whose details are open. */
  readonly selected: string | undefined;
}

/** Scenarios as cards; those further down are drawn when one comes near them. */
export function CardList({ cards, selected }: CardListProps): ReactElement {
  const [most, setMost] = useState(atOnce);
  const end = useRef<HTMLDivElement>(null);
  const more = cards.length > most;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an end that is still in sight after more were drawn has to be seen anew
  useEffect(() => {
    if (!more || end.current === null) return;
    const sight = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setMost((before) => before + atOnce);
      },
      { rootMargin: '800px' },
    );
    sight.observe(end.current);
    return () => sight.disconnect();
  }, [more, most]);
  return (
    <>
      <div className="cards">
        {cards.slice(0, most).map((card) => (
          <ScenarioCardView key={card.id} card={card} selected={selected} />
        ))}
      </div>
      {more && (
        <div ref={end} className="muted small">
          {cards.length - most} more
        </div>
      )}
    </>
  );
}
