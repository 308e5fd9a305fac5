import { Alert, Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { common } from '../words/common.words.js';
import { useWords } from '../words/words.js';

/** A page that cannot be shown says so and leaves the frame standing. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const say = useWords(common);
  return <Alert type="error" showIcon title={say('failed')} action={<Button onClick={() => location.reload()}>{say('reload')}</Button>} />;
}
