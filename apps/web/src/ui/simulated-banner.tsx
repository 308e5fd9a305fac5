import { common } from '../words/common.words.js';
import { useWords } from '../words/words.js';

/** Every page with generated data says so. */
export function SimulatedBanner({ simulated }: { readonly simulated: boolean }) {
  const say = useWords(common);
  return simulated ? (
    <p className="bx-simulated" role="note">
      {say('simulatedLong')}
    </p>
  ) : null;
}
