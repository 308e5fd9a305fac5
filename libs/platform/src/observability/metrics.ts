import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface MetricDescription<L extends string> {
  /** snake_case with unit suffix, e.g. `http_request_seconds` */
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly L[];
}

/** Metrics of one process in Prometheus text format; every series carries `app`. Labels hold kinds and codes, never ids of people. */
export class Metrics {
  readonly registry = new Registry();

  constructor(app: string) {
    this.registry.setDefaultLabels({ app });
    collectDefaultMetrics({ register: this.registry });
  }

  counter<L extends string = never>(description: MetricDescription<L>): Counter<L> {
    return new Counter<L>({ ...shape(description), registers: [this.registry] });
  }

  gauge<L extends string = never>(description: MetricDescription<L>): Gauge<L> {
    return new Gauge<L>({ ...shape(description), registers: [this.registry] });
  }

  /** @param buckets upper bounds in the metric's unit, ascending */
  histogram<L extends string = never>(description: MetricDescription<L>, buckets: readonly number[]): Histogram<L> {
    return new Histogram<L>({ ...shape(description), buckets: [...buckets], registers: [this.registry] });
  }

  /** @returns content type and body of a scrape */
  async scrape(): Promise<{ readonly contentType: string; readonly body: string }> {
    return { contentType: this.registry.contentType, body: await this.registry.metrics() };
  }
}

function shape<L extends string>(description: MetricDescription<L>) {
  return { name: description.name, help: description.help, labelNames: [...(description.labels ?? [])] };
}
