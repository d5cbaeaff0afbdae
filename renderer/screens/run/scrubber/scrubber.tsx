import { type KeyboardEvent, type PointerEvent, type ReactElement, useId } from 'react';
import type { RunSnapshot } from '../../../sim/run-snapshot.ts';
import { CommandButton } from '../../../state/command-button.tsx';
import { useStore } from '../../../state/store.ts';
import { useStudio } from '../../../state/studio-context.tsx';
import { type Annotation, annotationKinds } from '../../../state/timeline/annotation.ts';
import { Menu } from '../../../ui/menu.tsx';
import { isoDay } from '../../../ui/time-format.ts';
import { useWidth } from '../../../ui/use-width.ts';
import { monthOf } from '../month.ts';
import { useAnnotations } from './annotations.ts';
import { movedDay } from './moved-day.ts';
import { NoteField } from './note-field.tsx';
import { TrackMarks, trackHeight } from './track-marks.tsx';
import './scrubber.css';

interface ScrubberProps {
  readonly snapshot: RunSnapshot;
  /** The last day that is known. */
  readonly lastTick: number;
}

/** Px within which a press goes to an event rather than beside it. */
const near = 6;

/** The days of a run, with what happens on them. Moving along it moves every panel. */
export function Scrubber({ snapshot, lastTick }: ScrubberProps): ReactElement {
  const { timeline } = useStudio();
  const { scenario, spec } = snapshot.request;
  const { startDay, ticks } = spec;
  const annotations = useAnnotations(scenario, spec);
  const looked = useStore(timeline.moments).get(scenario);
  const writing = useStore(timeline.writing);
  const [place, width] = useWidth<HTMLDivElement>();
  const help = useId();
  const last = Math.max(0, lastTick);
  const tick = Math.min(looked ?? last, last);
  const look = (to: number) => timeline.look(scenario, Math.min(last, Math.max(0, to)));
  const here = annotations.filter(({ tick: from, until = from }) => from <= tick && tick <= until);

  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1 || width === 0) return;
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    const perDay = width / Math.max(1, ticks - 1);
    const day = Math.round((event.clientX - event.currentTarget.getBoundingClientRect().left) / perDay);
    const event_ = annotations.find((each) => Math.abs(each.tick - day) * perDay <= near);
    look(event_?.tick ?? day);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = movedDay(event, tick, last, annotations);
    if (event.key === 'Escape') timeline.look(scenario);
    else if (event.key === 'n') timeline.writing.set(true);
    else if (to === undefined) return;
    else look(to);
    event.preventDefault();
  };

  return (
    <section className="scrubber" aria-label="Days of the run">
      <CommandButton command="moment.previous-event" kind="quiet" icon="back" />
      <CommandButton command="moment.next-event" kind="quiet" icon="forward" />
      <div
        ref={place}
        id="run-moment"
        className="scrubber-track"
        role="slider"
        tabIndex={0}
        aria-label="Day that is looked at"
        aria-valuemin={1}
        aria-valuemax={ticks}
        aria-valuenow={tick + 1}
        aria-valuetext={[dayWords(startDay, tick), ...here.map(({ text }) => text)].join('. ')}
        aria-describedby={help}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onKeyDown={onKeyDown}
        style={{ height: trackHeight }}
      >
        {width > 0 && <TrackMarks {...{ annotations, startDay, ticks, tick, width }} known={last + 1} />}
      </div>
      <p id={help} className="unseen">
        Arrow keys move a day, Page keys 30 days, Home and End to the ends; [ and ] go to the previous and
        next event, N writes a note, Escape goes back to the last day.
      </p>
      <p className="scrubber-day">
        <strong>{isoDay(startDay + tick)}</strong>
        <span className="small muted">
          month {monthOf(tick)}, day {tick + 1} of {ticks}
        </span>
      </p>
      {annotations.length > 0 && (
        <Menu
          label="Events"
          icon="more"
          text={`${annotations.length} events`}
          items={annotations.map(itemOf)}
        />
      )}
      <CommandButton command="moment.note" icon="note">
        Note
      </CommandButton>
      {here.length > 0 && !writing && <p className="scrubber-here small">{here.map(wordsOf).join(' · ')}</p>}
      {writing && (
        <NoteField
          key={tick}
          day={isoDay(startDay + tick)}
          text={here.find((each) => each.kind === 'note' && each.tick === tick)?.text ?? ''}
          onWrite={(text) => timeline.notes.write(scenario, tick, text)}
          onClose={() => {
            timeline.writing.set(false);
            place.current?.focus();
          }}
        />
      )}
    </section>
  );

  function itemOf({ tick: at, kind, text }: Annotation) {
    return { text: `${isoDay(startDay + at)}  ${annotationKinds[kind]}: ${text}`, choose: () => look(at) };
  }
}

const wordsOf = ({ kind, text }: Annotation): string => `${annotationKinds[kind]}: ${text}`;

const dayWords = (startDay: number, tick: number): string =>
  `${isoDay(startDay + tick)}, month ${monthOf(tick)}, day ${tick + 1}`;
