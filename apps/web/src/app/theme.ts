import { type ThemeConfig } from 'antd';

export const BASE_FONT = 16;
export const LARGE_FONT = 20;

/** @param fontSize base size in px; the whole page follows it */
export function themeOf(fontSize: number): ThemeConfig {
  return {
    token: {
      colorPrimary: '#0F6B3C',
      colorLink: '#0B4F9E',
      colorError: '#A8071A',
      colorBorder: '#767D88',
      colorText: '#1A1A1A',
      fontSize,
      controlHeight: 44,
      controlHeightLG: 48,
      borderRadius: 6,
      fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif',
      motion: false,
    },
    components: { Button: { defaultBorderColor: '#767D88' } },
  };
}
