import { type Schemas } from '@binhxet/api-client';
import { LevelChip, useLevelWords } from '../../ui/level-chip.js';
import { useWords, words } from '../../words/words.js';

const pathWords = words({
  progress: ['Diễn biến', 'Progress'],
  self: ['Tự nhận', 'Self'],
  proposed: ['Đề xuất', 'Proposed'],
  verified: ['Thẩm định', 'Verified'],
  decided: ['Quyết định', 'Decided'],
});

/** Self-assigned → proposed → verified → decided, each kept. */
export function LevelPath({ review }: { readonly review: Pick<Schemas['Review'], 'cycleId' | 'levels' | 'subjectKind' | 'nonLevel'> }) {
  const say = useWords(pathWords);
  const levels = useLevelWords(review.cycleId);
  return (
    <ol className="bx-chain" aria-label={say('progress')}>
      {(['self', 'proposed', 'verified', 'decided'] as const).map((key) => (
        <li key={key} className={review.levels[key] === null ? 'bx-gap' : ''}>
          {say(key)}: <LevelChip words={levels} subjectKind={review.subjectKind} level={review.levels[key]} nonLevel={key === 'decided' ? review.nonLevel : null} />
        </li>
      ))}
    </ol>
  );
}
