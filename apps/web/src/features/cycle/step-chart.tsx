import { type Schemas } from '@binhxet/api-client';
import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { stepNames } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { cycleWords } from './cycle.words.js';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** Done and left by step as stacked bars; the table above holds the same figures. */
export default function StepChart({ totals }: { readonly totals: Schemas['ProgressPage']['steps'] }) {
  const say = useWords(cycleWords);
  const nameOf = useNames(stepNames);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = init(box.current!, null, { renderer: 'svg' });
    const rows = [...totals].reverse();
    chart.setOption({
      aria: { enabled: true, decal: { show: true } },
      animation: false,
      grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0 },
      tooltip: {},
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', data: rows.map((row) => nameOf(row.kind)) },
      series: [
        { name: say('done'), type: 'bar', stack: 'all', color: '#159181', data: rows.map((row) => row.done) },
        { name: say('open'), type: 'bar', stack: 'all', color: '#B9C0C8', data: rows.map((row) => row.total - row.done) },
      ],
    });
    const resize = () => chart.resize();
    window.addEventListener('resize', resize);
    return () => {
      window.removeEventListener('resize', resize);
      chart.dispose();
    };
  }, [totals, say, nameOf]);
  return <div ref={box} className="bx-chart" />;
}
