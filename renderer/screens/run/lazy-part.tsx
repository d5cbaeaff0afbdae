import { type ReactElement, startTransition, useEffect, useRef, useState } from 'react';

interface LazyPartProps {
  /** Px that are kept free until it is drawn. */
  readonly height: number;
  /** Makes the part; called only while it is near what is in sight. */
  children(): ReactElement | null;
}

/** How far outside of what is in sight a part is drawn already. */
const margin = '300px 0px';

/** A part of a long page that costs nothing while it is out of sight: not drawn before, and left as it was after. */
export function LazyPart({ height, children }: LazyPartProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const kept = useRef<ReactElement | null>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const box = place.current;
    if (box === null) return;
    const watch = new IntersectionObserver(
      (entries) => {
        const now = entries.at(-1)?.isIntersecting ?? false;
        // Drawing gives way to keys and pointers.
        startTransition(() => setNear(now));
      },
      { root: box.closest('main'), rootMargin: margin },
    );
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  if (near) kept.current = children();
  return (
    <div ref={place} className="lazy-part" style={kept.current === null ? { minHeight: height } : undefined}>
      {kept.current}
    </div>
  );
}
