import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import viVN from 'antd/locale/vi_VN';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { BrowserRouter } from 'react-router';
import { asProblem } from '../api/problem.js';
import { LanguageContext } from '../words/words.js';
import { usePreferences } from './preferences.js';
import { AppRoutes } from './routes.js';
import { BASE_FONT, LARGE_FONT, themeOf } from './theme.js';

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: (count, error) => count < 3 && asProblem(error).mayPass } },
});
/** Written into the page by the server; styles that components insert carry it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

export function App() {
  const { language, large } = usePreferences();
  const size = large ? LARGE_FONT : BASE_FONT;
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.style.fontSize = `${size}px`;
  }, [language, size]);
  return (
    <LanguageContext.Provider value={language}>
      <ConfigProvider locale={language === 'vi' ? viVN : enUS} theme={themeOf(size)} {...(nonce && { csp: { nonce } })}>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <AppRoutes />
          </BrowserRouter>
        </QueryClientProvider>
      </ConfigProvider>
    </LanguageContext.Provider>
  );
}
