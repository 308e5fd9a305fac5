import cliProgress from 'cli-progress';
import { type Terminal } from '../terminal.js';
import { type YearObserver } from './run-year.js';

export interface ProgressLine extends YearObserver {
  end(): void;
}

/** A bar with the time still needed on a terminal; one line a day elsewhere. */
export function progressLine(terminal: Terminal, stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  return stream.isTTY ? bar(stream) : lines(terminal);
}

function bar(stream: NodeJS.WriteStream): ProgressLine {
  const shown = new cliProgress.SingleBar({
    stream,
    format: '{bar} {percentage} % · {day} · còn {eta_formatted}',
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 200,
  });
  let started = false;
  return {
    progress(done, foreseen, day) {
      const total = Math.max(foreseen, done);
      if (!started) shown.start(total, done, { day });
      started = true;
      shown.setTotal(total);
      shown.update(done, { day });
    },
    end: () => {
      if (started) shown.stop();
    },
  };
}

function lines(terminal: Terminal): ProgressLine {
  const began = performance.now();
  let last = '';
  return {
    progress(done, foreseen, day) {
      if (day === last) return;
      last = day;
      const share = Math.min(done / Math.max(foreseen, 1), 1);
      const left = share > 0.02 ? Math.round((((performance.now() - began) / share) * (1 - share)) / 1000) : null;
      terminal.note(`${day}: ${done}/${foreseen}${left === null ? '' : ` · còn khoảng ${left} s`}`);
    },
    end: () => undefined,
  };
}
