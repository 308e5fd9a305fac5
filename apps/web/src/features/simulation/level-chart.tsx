import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useWords } from '../../words/words.js';
import { simulationWords } from './simulation.words.js';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** Counts by level before and after, side by side; the table above holds the same figures. */
export default function LevelChart({ levels, before, after }: { readonly levels: readonly string[]; readonly before: readonly number[]; readonly after: readonly number[] }) {
  const say = useWords(simulationWords);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = init(box.current!, null, { renderer: 'svg' });
    chart.setOption({
      aria: { enabled: true, decal: { show: true } },
      animation: false,
      grid: { left: 8, right: 16, top: 56, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, orient: 'vertical' },
      tooltip: {},
      xAxis: { type: 'category', data: [...levels], axisLabel: { interval: 0, width: 90, overflow: 'break' } },
      yAxis: { type: 'value', minInterval: 1 },
      series: [
        { name: say('before'), type: 'bar', color: '#0B4F9E', data: [...before] },
        { name: say('after'), type: 'bar', color: '#B97F00', data: [...after] },
      ],
    });
    const resize = () => chart.resize();
    window.addEventListener('resize', resize);
    return () => {
      window.removeEventListener('resize', resize);
      chart.dispose();
    };
  }, [levels, before, after, say]);
  return <div ref={box} className="bx-chart" />;
}
