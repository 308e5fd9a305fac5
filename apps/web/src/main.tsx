import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import './app/styles.css';
import { loadProblemSentences } from './ui/problem-text.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
// Early, but after the page: a refusal may come when the network is away.
window.addEventListener('load', () => setTimeout(() => void loadProblemSentences(), 1_000));
