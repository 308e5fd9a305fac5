/** Least privilege: each process gets the verbs it uses. Nobody deletes what is a record. */
export const GRANTS = /* sql */ `
grant select on all tables in schema app, ballot to bx_api, bx_worker, bx_jobs;
grant select on all tables in schema app, ballot to bx_read;
revoke select on app.account, app.activation_code, app.session, app.login_failure, app.idempotency_key from bx_read, bx_worker, bx_jobs;

grant insert, update on all tables in schema app, ballot to bx_api;
grant delete on app.session, app.login_failure, app.idempotency_key, app.organisation_closure, app.command, app.activation_code to bx_api;

grant insert, update on
  app.cycle, app.cycle_unit, app.cycle_roll, app.step, app.step_expectation, app.review, app.review_paper, app.opinion, app.task, app.submission,
  app.meeting, app.attendance, app.minutes, app.decision, app.decision_line, app.commendation_case, app.rating_history, app.command, app.outbox, app.notification,
  ballot.ballot, ballot.tally
  to bx_worker;

grant insert, update on app.notification to bx_jobs;
grant update, delete on app.outbox to bx_jobs;
grant insert on app.outbox to bx_jobs;
grant delete on app.session, app.login_failure, app.idempotency_key, app.activation_code to bx_jobs;
grant select (token_hash, expires_at) on app.session to bx_jobs;
grant select (id, failed_at) on app.login_failure to bx_jobs;
grant select (account_id, key, created_at) on app.idempotency_key to bx_jobs;
grant select (code_hash, expires_at) on app.activation_code to bx_jobs;
`;
