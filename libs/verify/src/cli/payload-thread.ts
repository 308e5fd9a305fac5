import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { type Finding } from '../core/findings.js';
import { SENT, TAKEN, unpackBatch, type PayloadBatch, type PayloadWork } from './payload-batch.js';
import { type JudgedPayload, type PayloadSource } from './payloads.js';

/** A thread that answers nothing for this long has died; its error cannot be delivered while this one waits. */
const SILENT_MS = 60_000;

/**
 * Payloads judged by a second thread: hashing and scanning them is nearly half of the work. Taken synchronously, so that the check of the
 * tree stays one plain loop.
 */
export class PayloadThread implements PayloadSource {
  private readonly shared = new Int32Array(new SharedArrayBuffer(8));
  private readonly port: MessagePort;
  private readonly worker: Worker;
  private batch: Generator<JudgedPayload> | undefined;
  private ended = false;
  count = 0;
  peek: JudgedPayload | undefined;

  /** @param script the compiled worker beside this module */
  constructor(
    script: URL,
    work: Omit<PayloadWork, 'counters'>,
    private readonly report: (finding: Finding) => void,
  ) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    // Without the flags of the main thread: some of them, such as `--input-type`, a worker refuses.
    this.worker = new Worker(script, { workerData: { ...work, counters: this.shared.buffer, port: port2 }, transferList: [port2], execArgv: [] });
    this.worker.unref();
    this.advance();
  }

  take(): JudgedPayload | undefined {
    const judged = this.peek;
    this.advance();
    return judged;
  }

  close(): void {
    this.port.close();
    void this.worker.terminate();
  }

  private advance(): void {
    for (;;) {
      const next = this.batch?.next();
      if (next && !next.done) return void (this.peek = next.value);
      if (this.ended) return void (this.peek = undefined);
      const batch = this.receive();
      for (const finding of batch.findings) this.report(finding);
      this.count = batch.count;
      this.ended = batch.last;
      this.batch = unpackBatch(batch);
    }
  }

  private receive(): PayloadBatch {
    const taken = Atomics.load(this.shared, TAKEN);
    if (Atomics.load(this.shared, SENT) === taken && Atomics.wait(this.shared, SENT, taken, SILENT_MS) === 'timed-out') {
      throw new Error('The thread that reads the payloads does not answer');
    }
    const received = receiveMessageOnPort(this.port) as { message: PayloadBatch } | undefined;
    if (!received) throw new Error('The thread that reads the payloads sent nothing');
    Atomics.add(this.shared, TAKEN, 1);
    Atomics.notify(this.shared, TAKEN);
    return received.message;
  }
}
