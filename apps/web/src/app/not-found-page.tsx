import { Link } from 'react-router';
import { useTitle } from '../ui/use-title.js';
import { common } from '../words/common.words.js';
import { useWords } from '../words/words.js';

export function NotFoundPage() {
  const say = useWords(common);
  useTitle();
  return (
    <section className="bx-empty">
      <p>{say('notFound')}</p>
      <Link to="/inbox">{say('toInbox')}</Link>
    </section>
  );
}
