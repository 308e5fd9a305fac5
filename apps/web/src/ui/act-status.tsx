import { Alert, Button } from 'antd';
import { type Act } from '../api/use-act.js';
import { common } from '../words/common.words.js';
import { useWords } from '../words/words.js';
import { ProblemPanel, type ProblemPanelProps } from './problem-panel.js';

/** What became of an act, under its button: waiting for the engine, refused, or done. */
export function ActStatus({ act, done, fieldOf }: { readonly act: Act; readonly done?: string; readonly fieldOf?: ProblemPanelProps['fieldOf'] }) {
  const say = useWords(common);
  if (act.state === 'waiting') {
    return (
      <div role="status">
        <Alert type="warning" showIcon title={say('engineAway')} description={say('engineTry', { n: act.attempt, s: act.pause })} action={<Button onClick={act.callOff}>{say('stopTrying')}</Button>} />
      </div>
    );
  }
  if (act.state === 'refused' && act.problem) return <ProblemPanel problem={act.problem} fieldOf={fieldOf} />;
  if (act.state === 'done' && done) {
    return (
      <div role="status">
        <Alert type="success" showIcon title={done} />
      </div>
    );
  }
  return null;
}
