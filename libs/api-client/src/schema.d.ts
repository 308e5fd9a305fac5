/* Made by npm run api:generate from apps/api/openapi.json. */
export interface paths {
    "/api/v1/accounts/activation-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["accounts_issueActivationCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["appeals_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["appeals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}/admit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appeals_admit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}/conclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appeals_conclude"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}/conflict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appeals_conflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appeals_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appeals_addEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}/forward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appeals_forward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}/panel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appeals_panel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appeals_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appeals_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["auth_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["auth_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["auth_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["auth_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["auth_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["cycles_list"];
        put?: never;
        post: operations["cycles_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["cycles_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/bodies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["cycles_bodies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cycles_moveClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/commendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["commendations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/commendations/{caseId}/dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["commendations_writeDossier"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/commendations/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["commendations_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/commendations/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["commendations_chain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/commendations/near-misses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["commendations_nearMisses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/commendations/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["commendations_payments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/commendations/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["commendations_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/commendations/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["commendations_openVote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/commendations/votes/{voteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["commendations_vote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/commendations/votes/{voteId}/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["commendations_count"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/mid-year": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["year_midYear"];
        put?: never;
        post: operations["year_concludeMidYear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["cycles_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decisions_quota"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["year_registrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/registrations/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["year_register"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reports_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/report/commended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reports_commended"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["year_openReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["cycles_rulesOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/simulation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["simulations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["year_targetReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/units/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["units_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/units/{code}/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["units_children"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/units/{code}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decisions_board"];
        put?: never;
        post: operations["decisions_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/units/{code}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["units_convene"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/units/{code}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["units_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/units/{code}/proceed-without": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["units_proceedWithout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/units/{code}/quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decisions_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/units/{code}/quota/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decisions_whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/units/{code}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["units_returnResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/units/{code}/steps/{stepId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["units_closeStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/units/{code}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["units_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cycles/{id}/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["year_work"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/{decisionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["decisions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["events_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["importBatches_list"];
        put?: never;
        post: operations["importBatches_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["importBatches_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-batches/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["importBatches_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-batches/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["importBatches_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-batches/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["importBatches_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-batches/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["importBatches_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["imports_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["log_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/log/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["log_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["meetings_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["meetings_room"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/adjourn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings_adjourn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["meetings_attendance"];
        put: operations["meetings_recordAttendance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/ballots/{ballotId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings_closeBallot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/ballots/{ballotId}/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["meetings_enterCount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/ballots/{ballotId}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings_openBallot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/ballots/{ballotId}/rerun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings_rerunBallot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/ballots/{ballotId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings_voidBallot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings_draftMinutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/minutes/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings_returnMinutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/minutes/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings_signMinutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/person-ballots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["personBallots_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/person-ballots/{ballotId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["personBallots_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/person-ballots/{ballotId}/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["personBallots_count"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/person-ballots/{ballotId}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["personBallots_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/person-ballots/{ballotId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["personBallots_void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/postpone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings_postpone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["meetings_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["organisations_member"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{code}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["memberChanges_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{code}/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["memberChanges_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{code}/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["memberChanges_beginPeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{code}/periods/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["memberChanges_endPeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{code}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["memberChanges_appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{code}/posts/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["memberChanges_relieve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{code}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["memberChanges_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{code}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["memberChanges_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["notifications_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["notifications_markRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["organisationChanges_list"];
        put?: never;
        post: operations["organisationChanges_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["organisations_tops"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["organisations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{code}/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["organisations_children"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{code}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["organisationTime_lineage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{code}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["organisations_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{code}/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["targets_readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{code}/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["targets_resolutions"];
        put?: never;
        post: operations["targets_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{code}/target-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["targets_map"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{code}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["organisationTime_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{code}/work-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["workRecords_list"];
        put?: never;
        post: operations["workRecords_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reevaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reevaluations_list"];
        put?: never;
        post: operations["reevaluations_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reevaluations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reevaluations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reevaluations/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reevaluations_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reevaluations/{id}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reevaluations_dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reevaluations/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reevaluations_addEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reviews_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reviews_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appeals_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reviews_giveOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reviews_paper"];
        put: operations["reviews_savePaper"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/paper/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reviews_returnPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/paper/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reviews_submitPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reviews_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ruleFiles_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ruleFiles_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-files/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ruleFiles_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-files/{id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ruleFiles_explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-files/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ruleFiles_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-files/{id}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ruleFiles_try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-files/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ruleFiles_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["tasks_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["tasks_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["tasks_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["tasks_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-records/{recordId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["workRecords_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        __schema0: string | number | boolean | null | components["schemas"]["__schema0"][] | {
            [key: string]: components["schemas"]["__schema0"];
        };
        ActivateRequest: {
            /** @description one-time activation code */
            code: string;
        };
        ActivationCode: {
            /** @description shown once */
            code: string;
            login: string;
            memberCode: string;
        };
        ActivationCodesRequest: {
            memberCodes: string[];
        } | {
            /** @enum {boolean} */
            all: true;
        };
        AddedEvidence: {
            /** Format: uuid */
            evidenceId: string;
        };
        AllowedAction: {
            allowed: boolean;
            facts: {
                [key: string]: unknown;
            };
            href: string;
            id: string;
            /** @enum {string} */
            method: "POST" | "PUT";
            needs: ("REASON" | "DOCUMENT" | "CONFIRM")[];
            /** @description refusal that calling it now would meet */
            reasonCode: string | null;
        };
        Appeal: {
            acts: components["schemas"]["CaseAct"][];
            /** @description in the order to show; what is outside the role of the reader is absent */
            allowedActions: components["schemas"]["AllowedAction"][];
            authority: components["schemas"]["OrganisationName"];
            closedAt: string | null;
            cycleId: string;
            decision: {
                /** Format: date */
                decidedOn: string;
                id: string | null;
                number: string;
            } | null;
            decisionReason: string | null;
            dueAt: string | null;
            evidence: components["schemas"]["CaseEvidence"][];
            evidenceOpen: boolean;
            /** Format: date */
            filedOn: string;
            /** @description null: not named to this reader */
            filer: components["schemas"]["Person"] | null;
            findings: string | null;
            grounds: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "COMPLAINT" | "DENUNCIATION" | "PETITION";
            late: boolean;
            newLevel: components["schemas"]["Level"] | null;
            oldLevel: components["schemas"]["Level"] | null;
            panel: {
                person: components["schemas"]["Person"];
                reason: string | null;
                /** @enum {string} */
                role: "CHAIR" | "MEMBER" | "CONFLICTED";
            }[];
            /** @description quota of the year after the change, for information */
            quota: unknown;
            ratingYear: number;
            recommended: string | null;
            /** Format: uuid */
            reviewId: string;
            /**
             * @description how much of the case this reader sees
             * @enum {string}
             */
            sight: "ALL" | "FILER" | "SUBJECT";
            /** @enum {string} */
            state: "RECEIVED" | "FORWARDED" | "ADMITTED" | "VERIFYING" | "CONCLUDED" | "RESULT_CHANGED" | "RESULT_CONFIRMED" | "INADMISSIBLE" | "WITHDRAWN" | "CLOSED";
            subject: components["schemas"]["CaseSubject"];
            version: number;
            window: {
                /** @description working days; null: not confirmed, no limit */
                days: number | null;
                lastOn: string | null;
            };
        };
        AppealConclusionRequest: {
            findings: string;
            /** @enum {string} */
            recommended: "CONFIRM" | "CHANGE";
        };
        AppealConflictRequest: {
            /** @description absent: oneself */
            member?: string;
            reason: string;
        };
        AppealDecisionRequest: {
            /**
             * Format: date
             * @description day in Asia/Ho_Chi_Minh
             */
            decidedOn: string;
            document?: string;
            /** @description CHANGE: the new level */
            level?: components["schemas"]["Level"];
            number: string;
            /** @enum {string} */
            outcome: "CONFIRM" | "CHANGE";
            reason: string;
        };
        AppealPage: {
            items: components["schemas"]["AppealSummary"][];
            next: string | null;
        };
        AppealPanelRequest: {
            /** @description code of a member */
            chair: string;
            /** @default [] */
            members: string[];
        };
        AppealReasonRequest: {
            reason: string;
        };
        AppealSummary: {
            authority: components["schemas"]["OrganisationName"];
            cycleId: string;
            dueAt: string | null;
            /** Format: date */
            filedOn: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "COMPLAINT" | "DENUNCIATION" | "PETITION";
            newLevel: components["schemas"]["Level"] | null;
            oldLevel: components["schemas"]["Level"] | null;
            ratingYear: number;
            /** Format: uuid */
            reviewId: string;
            /** @enum {string} */
            state: "RECEIVED" | "FORWARDED" | "ADMITTED" | "VERIFYING" | "CONCLUDED" | "RESULT_CHANGED" | "RESULT_CONFIRMED" | "INADMISSIBLE" | "WITHDRAWN" | "CLOSED";
            subject: components["schemas"]["CaseSubject"];
        };
        AppointmentRequest: {
            /** @enum {string} */
            body: "PARTY_COMMITTEE" | "STANDING_COMMITTEE" | "CELL_COMMITTEE" | "MEMBERS_MEETING" | "INSPECTION_COMMISSION" | "ADVISORY_BODY";
            /** @description number and symbol of the decision */
            decision: string;
            /** @description title or file of the document */
            document?: string;
            /**
             * Format: date
             * @description first day on which the new state holds; today at the latest
             */
            effectiveOn: string;
            isHead: boolean;
            /** @description code of an organisation */
            organisation: string;
            /** @enum {string} */
            post: "SECRETARY" | "DEPUTY_SECRETARY" | "STANDING_MEMBER" | "COMMITTEE_MEMBER" | "COMMISSION_CHAIR" | "COMMISSION_MEMBER" | "OFFICER";
            reason: string;
        };
        Attendance: {
            /** @description clause that leaves the person out of the count */
            excludedClause: string | null;
            flags: {
                [key: string]: unknown;
            };
            person: components["schemas"]["Person"];
            recordedAt: string | null;
            /** @enum {string} */
            status: "SUMMONED" | "PRESENT" | "EXCUSED" | "UNEXCUSED";
            voter: boolean;
        };
        AttendancePage: {
            items: components["schemas"]["Attendance"][];
            next: string | null;
        };
        AttendanceRequest: {
            rows: {
                /** Format: uuid */
                memberId: string;
                /** @enum {string} */
                status: "SUMMONED" | "PRESENT" | "EXCUSED" | "UNEXCUSED";
            }[];
        };
        AwardPayment: {
            /** @description whole đồng; null: not confirmed */
            amount: string | null;
            awardId: string;
            /** @description whole đồng */
            baseSalary: string | null;
            /** Format: uuid */
            caseId: string;
            certificateNumber: string | null;
            decision: {
                /** Format: date */
                decidedOn: string;
                number: string;
            };
            /** @description what is not confirmed */
            missing: ("MULTIPLE" | "BASE_SALARY")[];
            multiple: {
                den: number;
                num: number;
            } | null;
            organisation: components["schemas"]["OrganisationRef"];
            subject: {
                code: string;
                name: string;
            };
            subjectKind: components["schemas"]["SubjectKind"];
        };
        AwardPaymentPage: {
            items: components["schemas"]["AwardPayment"][];
            next: string | null;
            /** @description whole đồng of the amounts that are confirmed */
            total: string;
            /** @description awards without a confirmed amount */
            unknown: number;
        };
        Ballot: {
            /** @description in the order to show; what is outside the role of the reader is absent */
            allowedActions: components["schemas"]["AllowedAction"][];
            /** @description of the tellers' count */
            attempt: number;
            /** @enum {string} */
            channel: "PAPER";
            countedBody: number | null;
            /** @description tellers who have handed in this attempt */
            entered: number;
            entitled: number | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "CELL_MEMBER_LEVEL" | "CELL_SELF_LEVEL" | "COLLECTIVE_PROPOSAL" | "COMMITTEE_DECISION" | "STANDING_DECISION";
            /** @enum {string} */
            method: "SHOW_OF_HANDS" | "SECRET_BALLOT";
            /** @description a teller's own figures, nobody else's */
            myEntries: {
                attempt: number;
                /** Format: date-time */
                enteredAt: string;
                entry: unknown;
            }[];
            ordinal: number;
            present: number | null;
            reason: string | null;
            /** @description rows to count again, RFC 6901; null: first count */
            recount: string[] | null;
            round: number;
            rule: unknown;
            /** @enum {string} */
            state: "DRAFT" | "ROLL_FROZEN" | "OPEN" | "CLOSED" | "RECONCILING" | "TALLIED" | "CERTIFIED" | "RERUN" | "VOID";
            subjects: components["schemas"]["BallotSubject"][];
            supersedes: string | null;
            tally: {
                blank: number;
                invalid: number;
                proof: unknown;
                /** Format: uuid */
                reviewId: string;
                verdict: components["schemas"]["Level"] | null;
                votes: number[];
            }[];
            /** @description null until both tellers agree */
            totals: {
                distributed: number;
                invalid: number;
                returned: number;
                valid: number;
            } | null;
            version: number;
        };
        BallotReasonRequest: {
            reason: string;
        };
        BallotSubject: {
            code: string;
            isHead: boolean;
            levels: components["schemas"]["Levels"];
            name: string;
            organisation: components["schemas"]["OrganisationName"] | null;
            /** Format: uuid */
            reviewId: string;
            /** @enum {string} */
            state: "NOT_STARTED" | "SELF_REVIEW_DRAFT" | "SELF_REVIEW_SUBMITTED" | "OPINIONS_PENDING" | "READY" | "WAITING_ABSENT" | "REVIEWED_PARTLY" | "REVIEWED" | "PROPOSED" | "VERIFIED" | "DECIDED" | "NOTIFIED" | "UNDER_APPEAL" | "REOPENED" | "CLOSED" | "NOT_RATED" | "EXEMPT" | "NOT_YET_RATED" | "TRANSFERRED_OUT" | "LEFT_PARTY" | "CANCELLED" | "REPORT_DRAFT" | "SELF_RATED" | "UNDER_REEXAMINATION" | "NOT_RATED_NEW" | "WAITING_SUBORDINATES" | "SUBMITTED" | "VERIFYING" | "QUOTA_CHECK" | "BALLOTED";
            subjectKind: components["schemas"]["SubjectKind"];
        };
        BoardRow: {
            ceiling: components["schemas"]["Level"] | null;
            decision: {
                /** Format: date */
                decidedOn: string;
                number: string;
                reason: string | null;
            } | null;
            /** Format: uuid */
            id: string;
            isHead: boolean;
            lastYear: components["schemas"]["LastYear"] | null;
            levels: components["schemas"]["Levels"];
            nonLevel: components["schemas"]["NonLevelState"] | null;
            nonLevelClause: string | null;
            note: string | null;
            /** @description cell or organisation it is reviewed at */
            organisation: components["schemas"]["OrganisationName"];
            phase: string;
            quotaGroup: string | null;
            /** @enum {string} */
            state: "NOT_STARTED" | "SELF_REVIEW_DRAFT" | "SELF_REVIEW_SUBMITTED" | "OPINIONS_PENDING" | "READY" | "WAITING_ABSENT" | "REVIEWED_PARTLY" | "REVIEWED" | "PROPOSED" | "VERIFIED" | "DECIDED" | "NOTIFIED" | "UNDER_APPEAL" | "REOPENED" | "CLOSED" | "NOT_RATED" | "EXEMPT" | "NOT_YET_RATED" | "TRANSFERRED_OUT" | "LEFT_PARTY" | "CANCELLED" | "REPORT_DRAFT" | "SELF_RATED" | "UNDER_REEXAMINATION" | "NOT_RATED_NEW" | "WAITING_SUBORDINATES" | "SUBMITTED" | "VERIFYING" | "QUOTA_CHECK" | "BALLOTED";
            subject: {
                code: string;
                /** Format: uuid */
                id: string;
                name: string;
            };
            subjectKind: components["schemas"]["SubjectKind"];
            version: number;
            vote: {
                /** Format: uuid */
                ballotId: string;
                countedBody: number | null;
                verdict: components["schemas"]["Level"] | null;
                votes: number[];
            } | null;
        };
        BodyStands: {
            /** @description every body the reader may see, in official order */
            items: {
                code: string;
                /** @description open steps, oldest first */
                open: {
                    /** Format: uuid */
                    id: string;
                    kind: string;
                    outstanding: number;
                }[];
                phase: string;
                workflow: string | null;
            }[];
        };
        CancelledWorkRecord: {
            /** Format: uuid */
            recordId: string;
        };
        CancelWorkRecordRequest: {
            reason: string;
        };
        Capacity: {
            body: ("PARTY_COMMITTEE" | "STANDING_COMMITTEE" | "CELL_COMMITTEE" | "MEMBERS_MEETING" | "INSPECTION_COMMISSION" | "ADVISORY_BODY") | null;
            grant: ("ADMINISTRATOR" | "AUDITOR") | null;
            isHead: boolean;
            /** @enum {string} */
            kind: "MEMBER" | "POST" | "GRANT";
            /** @description null: everywhere */
            organisation: {
                code: string;
                name: string;
                /** @enum {string} */
                role: "PROVINCIAL_ORG" | "SUPERIOR_ORG" | "GRASSROOTS_COMMITTEE_ORG" | "GRASSROOTS_CELL" | "SUBCOMMITTEE_ORG" | "SUBORDINATE_CELL";
            } | null;
            post: ("SECRETARY" | "DEPUTY_SECRETARY" | "STANDING_MEMBER" | "COMMITTEE_MEMBER" | "COMMISSION_CHAIR" | "COMMISSION_MEMBER" | "OFFICER") | null;
            roles: ("MEMBER" | "CELL_SECRETARY" | "TELLER" | "GRASSROOTS_COMMITTEE" | "ADVISORY_BODY" | "SUPERIOR_STANDING_COMMITTEE" | "INSPECTION_COMMISSION" | "AUDITOR" | "ADMINISTRATOR")[];
        };
        CaseAct: {
            act: string;
            after: string;
            before: string | null;
            by: components["schemas"]["Person"] | null;
            document: string | null;
            /** Format: uuid */
            ledgerEntry: string;
            /** Format: date */
            on: string;
            reason: string | null;
        };
        CaseEvidence: {
            body: string;
            by: components["schemas"]["Person"] | null;
            document: string | null;
            /** Format: date-time */
            givenAt: string;
            /** Format: uuid */
            id: string;
        };
        CaseSubject: {
            code: string;
            kind: components["schemas"]["SubjectKind"];
            name: string;
        };
        ChainExplanation: {
            awardId: string;
            brokenBy: {
                /** @enum {string} */
                status: "QUALIFIES" | "LOWER" | "CANCELLED" | "NON_LEVEL" | "SKIPPED" | "NOT_COMPARABLE" | "NEW_CHAIN" | "GAP";
                year: number;
            } | null;
            complete: boolean;
            label: string;
            length: number;
            links: components["schemas"]["ChainLink"][];
            /** @description null: not confirmed */
            years: number | null;
        };
        ChainExplanations: {
            items: components["schemas"]["ChainExplanation"][];
        };
        ChainLink: {
            /** @description where the reading in the ladder of today comes from */
            clause: string | null;
            /** @description as then given */
            level: components["schemas"]["Level"] | null;
            mark: string | null;
            pack: string | null;
            state: components["schemas"]["NonLevelState"] | null;
            /** @enum {string} */
            status: "QUALIFIES" | "LOWER" | "CANCELLED" | "NON_LEVEL" | "SKIPPED" | "NOT_COMPARABLE" | "NEW_CHAIN" | "GAP";
            /** @description organisation the year belongs to */
            subject: string | null;
            year: number;
        };
        ChangeId: {
            /** Format: uuid */
            changeId: string;
        };
        ClockRequest: {
            /**
             * Format: date
             * @description day in Asia/Ho_Chi_Minh
             */
            date: string;
        };
        CommandOutcome: {
            /** Format: uuid */
            ballotId?: string;
            closed?: string[];
            /** Format: uuid */
            commandId: string;
            /** Format: uuid */
            decisionId?: string;
            lateReviewIds?: string[];
            /** Format: uuid */
            meetingId?: string;
            openCases?: number;
            opened?: {
                closeAt: string | null;
                dueAt: string | null;
                escalateAt: string[];
                kind: string;
                outstanding: number;
                refId?: string;
                remindAt: string[];
                /** Format: uuid */
                stepId: string;
            }[];
            /** @description rating pack that the act pinned */
            packId?: string;
        };
        CommendationActRequest: {
            /** @enum {string} */
            act: "NOMINATE" | "OPEN_DOSSIER" | "SUBMIT" | "VERIFY" | "APPROVE" | "ISSUE" | "AWARD" | "REJECT" | "DROP";
            caseIds: string[];
            /**
             * Format: date
             * @description ISSUE
             */
            decidedOn?: string;
            /** @description ISSUE: number of the decision */
            number?: string;
            reason?: string;
        };
        CommendationCase: {
            /** @description in the order to show; what is outside the role of the reader is absent */
            allowedActions: components["schemas"]["AllowedAction"][];
            awardId: string;
            certificateNumber: string | null;
            /** @description years that carry the award: year, pack, level, decision */
            chain: unknown;
            decision: {
                /** Format: date */
                decidedOn: string;
                number: string;
            } | null;
            /** @description answers to the checklist of the rules: item, done, document */
            dossier: unknown;
            form: string;
            /** Format: uuid */
            id: string;
            /** @description whole đồng as text; null where not confirmed */
            money: unknown;
            organisation: components["schemas"]["OrganisationRef"];
            /** @description why it was dropped, rejected or revoked */
            reason: string | null;
            /** @description decision that took the award back */
            revoked: {
                number: string;
                /** Format: date */
                on: string;
            } | null;
            /** @enum {string} */
            state: "CANDIDATE" | "NOMINATED" | "DOSSIER_OPEN" | "SUBMITTED" | "VERIFIED" | "APPROVED" | "DECISION_ISSUED" | "AWARDED" | "DROPPED" | "REJECTED" | "REVOKED";
            subject: {
                code: string;
                /** Format: uuid */
                id: string;
                name: string;
            };
            subjectKind: components["schemas"]["SubjectKind"];
            version: number;
            voteId: string | null;
        };
        CommendationCasePage: {
            /** @description items every dossier answers; null: not confirmed, nothing is asked */
            checklist: string[] | null;
            counts: {
                awardId: string;
                count: number;
                /** @enum {string} */
                state: "CANDIDATE" | "NOMINATED" | "DOSSIER_OPEN" | "SUBMITTED" | "VERIFIED" | "APPROVED" | "DECISION_ISSUED" | "AWARDED" | "DROPPED" | "REJECTED" | "REVOKED";
            }[];
            items: components["schemas"]["CommendationCase"][];
            /** @description vote a case needs; null: not confirmed, none is asked */
            majority: {
                den: number;
                num: number;
                source: string;
                strict: boolean;
            } | null;
            next: string | null;
        };
        CommendationCountAnswer: {
            /** @description null: the other teller is still to come */
            agreed: boolean | null;
            /** @description cases to be counted again by both */
            differing: string[];
            entered: number;
        };
        CommendationCountRequest: {
            returned: number;
            rows: {
                agree: number;
                blank: number;
                /** Format: uuid */
                caseId: string;
                disagree: number;
                invalid: number;
            }[];
        };
        CommendationDossierRequest: {
            items: {
                /** @default null */
                document: string | null;
                done: boolean;
                item: string;
            }[];
        };
        CommendationRevocation: {
            /** Format: uuid */
            decisionId: string;
        };
        CommendationRevocationRequest: {
            caseIds: string[];
            /**
             * Format: date
             * @description day in Asia/Ho_Chi_Minh
             */
            decidedOn: string;
            document?: string;
            number: string;
            reason: string;
        };
        CommendationVote: {
            attempt: number;
            cases: {
                awardId: string;
                /** Format: uuid */
                id: string;
                subject: {
                    code: string;
                    name: string;
                };
                subjectKind: components["schemas"]["SubjectKind"];
            }[];
            countedBody: number;
            enteredByMe: boolean;
            /** Format: date */
            heldOn: string;
            /** Format: uuid */
            id: string;
            majority: unknown;
            present: number;
            /** @description by case: agree, disagree, blank, invalid, carried and the formula; null until both tellers agree */
            results: unknown;
            /** @enum {string} */
            state: "COUNTING" | "TALLIED";
        };
        CommendationVoteRequest: {
            caseIds: string[];
            /**
             * Format: date
             * @description day in Asia/Ho_Chi_Minh
             */
            heldOn: string;
            present: number;
            tellers: string[];
        };
        CommendedRow: {
            awardId: string;
            /** Format: uuid */
            caseId: string;
            certificateNumber: string | null;
            chain: unknown;
            decisionNumber: string | null;
            form: string;
            money: unknown;
            organisation: components["schemas"]["OrganisationName"];
            /** @enum {string} */
            state: "CANDIDATE" | "NOMINATED" | "DOSSIER_OPEN" | "SUBMITTED" | "VERIFIED" | "APPROVED" | "DECISION_ISSUED" | "AWARDED" | "DROPPED" | "REJECTED" | "REVOKED";
            subject: {
                code: string;
                name: string;
            };
            subjectKind: components["schemas"]["SubjectKind"];
        };
        ConveneRequest: {
            /** @description default: the head of the body */
            chairCode?: string;
            /**
             * Format: date
             * @description day in Asia/Ho_Chi_Minh
             */
            heldOn: string;
            /**
             * @description what the body is due to meet for, when absent
             * @enum {string}
             */
            kind?: "CELL_REVIEW" | "LATE_REVIEW" | "COMMITTEE_SITTING" | "HEADS_SITTING" | "STANDING_SITTING";
            /** @description code of a member */
            minuteTakerCode?: string;
            place?: string;
            /**
             * Format: uuid
             * @description LATE_REVIEW: the review of the member who was absent
             */
            reviewId?: string;
            /** @description two tellers, the first is the head teller */
            tellerCodes: string[];
        };
        CorrectionRequest: {
            correction: {
                /** @enum {boolean} */
                withdrawn: true;
            } | {
                /**
                 * Format: date
                 * @description day in Asia/Ho_Chi_Minh
                 */
                from: string;
                to: string | null;
                /** @enum {boolean} */
                withdrawn: false;
            };
            /** @enum {string} */
            entry: "MEMBERSHIP" | "PERIOD" | "POST";
            /** Format: uuid */
            entryId: string;
            reason: string;
        };
        CountRequest: {
            distributed: number;
            invalid: number;
            returned: number;
            rows: {
                blank: number;
                invalid: number;
                /** Format: uuid */
                reviewId: string;
                /** @description by level of the year’s ladder, the best first */
                votes: number[];
            }[];
            valid: number;
        };
        Cycle: {
            /** @description in the order to show; what is outside the role of the reader is absent */
            allowedActions: components["schemas"]["AllowedAction"][];
            /** @enum {string} */
            clock: "REAL" | "DRIVEN";
            clockOn: string | null;
            closedAt: string | null;
            /** @description null unless a post or grant of the reader reaches the superior */
            figures: {
                phases: {
                    [key: string]: number;
                };
                reviews: {
                    [key: string]: {
                        [key: string]: number;
                    };
                };
            } | null;
            id: string;
            members: number;
            /** Format: date-time */
            openedAt: string;
            period: string;
            pins: {
                id: string;
                sha256: string;
                version: number | string;
            }[];
            plan: {
                [key: string]: string | null;
            };
            ratingYear: number;
            settingsHash: string;
            simulated: boolean;
            snapshotHash: string | null;
            /** @enum {string} */
            state: "OPENING" | "REGISTRATION" | "MID_YEAR" | "AWAITING_REVIEW" | "REVIEW" | "CLASSIFICATION" | "COMMENDATION" | "CLOSED" | "CANCELLED";
            superior: components["schemas"]["OrganisationName"];
            /**
             * Format: date
             * @description the cycle's date, whatever the clock
             */
            today: string;
            units: number;
        };
        CycleEffect: {
            cycleId: string;
            /** @enum {string} */
            effect: "MEMBER_LEFT_CELL" | "MEMBER_CAME_TO_CELL" | "MEMBER_STAYS_ON_FROZEN_ROLL" | "MEMBER_LEFT_PARTY" | "MEMBER_EXEMPT" | "UNIT_JOINED" | "UNIT_ENDED" | "UNIT_GOES_ON_FROZEN" | "UNIT_MOVED" | "FROM_NEXT_SNAPSHOT";
            organisation: string;
            /** Format: uuid */
            reviewId?: string;
        };
        CycleReport: {
            admitted: {
                k: number;
                key: string;
                n: number;
            };
            awards: {
                form: string;
                id: string;
                label: string;
                subject: components["schemas"]["SubjectKind"];
                years: number | null;
            }[];
            commendation: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            cycleId: string;
            figures: components["schemas"]["LevelFigures"][];
            /** @description grassroots organisations and their collectives alone: what a superior reports */
            grassroots: components["schemas"]["LevelFigures"][];
            ledger: {
                checkpoint: string;
                /** Format: date-time */
                signedAt: string;
                size: number;
                verifierKey: string;
            } | null;
            /** @description decisions that go beyond a ceiling */
            quota: {
                checks: unknown;
                /** Format: uuid */
                decisionId: string;
                decisionNumber: string;
                document: string | null;
                organisation: components["schemas"]["OrganisationName"];
                reason: string | null;
            }[];
            ratingYear: number;
            simulated: boolean;
            /** @enum {string} */
            state: "OPENING" | "REGISTRATION" | "MID_YEAR" | "AWAITING_REVIEW" | "REVIEW" | "CLASSIFICATION" | "COMMENDATION" | "CLOSED" | "CANCELLED";
        };
        CycleRules: {
            forms: {
                holdsLeadershipPost?: boolean;
                id: string;
                label: string;
                sections: {
                    graded: boolean;
                    heading: string;
                    id: string;
                }[];
                subject: components["schemas"]["SubjectKind"];
            }[];
            /** @description conditions of levels, in the words of the pack */
            gates: {
                clause: string;
                id: string;
                label: string;
                /** @description true: holds a level down where it is not met; false: where it applies */
                requires: boolean;
            }[];
            /** @description on which a body may decide a level above the highest allowed; empty: never */
            grounds: {
                id: string;
                label: string;
                subjects: components["schemas"]["SubjectKind"][];
            }[];
            labels: {
                /** @description 1 … 4, or a non-level state */
                key: string;
                label: string;
                short: string | null;
                subjectKind: components["schemas"]["SubjectKind"];
            }[];
            packId: string;
            settings: {
                [key: string]: {
                    mark: string;
                    source: string;
                    value: unknown;
                };
            };
            title: string;
        };
        CycleSummary: {
            /** @enum {string} */
            clock: "REAL" | "DRIVEN";
            clockOn: string | null;
            closedAt: string | null;
            id: string;
            /** Format: date-time */
            openedAt: string;
            period: string;
            ratingYear: number;
            simulated: boolean;
            /** @enum {string} */
            state: "OPENING" | "REGISTRATION" | "MID_YEAR" | "AWAITING_REVIEW" | "REVIEW" | "CLASSIFICATION" | "COMMENDATION" | "CLOSED" | "CANCELLED";
            superior: components["schemas"]["OrganisationName"];
            /**
             * Format: date
             * @description the cycle's date, whatever the clock
             */
            today: string;
        };
        Decision: {
            contentHash: string;
            cycleId: string;
            /** Format: date */
            decidedOn: string;
            document: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            issuedAt: string;
            items: components["schemas"]["DecisionLine"][];
            kind: string;
            lines: number;
            meetingId: string | null;
            next: string | null;
            number: string;
            organisation: components["schemas"]["OrganisationRef"];
            /** @description each check: group, count, ceiling, breach */
            quota: unknown;
            reason: string | null;
        };
        DecisionBoard: {
            /** @description in the order to show; what is outside the role of the reader is absent */
            allowedActions: components["schemas"]["AllowedAction"][];
            counts: {
                /** @enum {string} */
                column: "L1" | "L2" | "L3" | "L4" | "L5" | "L6" | "NOT_RATED" | "EXEMPT" | "NOT_YET_RATED" | "OPEN";
                count: number;
                subjectKind: components["schemas"]["SubjectKind"];
            }[];
            cycleId: string;
            decisions: components["schemas"]["DecisionSummary"][];
            items: components["schemas"]["BoardRow"][];
            next: string | null;
            organisation: components["schemas"]["OrganisationName"];
            quota: components["schemas"]["QuotaHeadroom"];
        };
        DecisionLine: {
            caseId: string | null;
            level: components["schemas"]["Level"] | null;
            nonLevel: components["schemas"]["NonLevelState"] | null;
            ordinal: number;
            organisation: components["schemas"]["OrganisationName"] | null;
            reason: string | null;
            reviewId: string | null;
            subject: {
                code: string;
                kind: components["schemas"]["SubjectKind"];
                name: string;
            } | null;
            /** @description what the ballot said */
            verdict: components["schemas"]["Level"] | null;
        };
        DecisionRequest: {
            /**
             * @description levels other than the ballot gave, or where it gave none
             * @default []
             */
            adjustments: {
                /** @description ground of the pack on which the level may be above the ceiling */
                ground?: string;
                level: components["schemas"]["Level"];
                reason: string;
                /** Format: uuid */
                reviewId: string;
            }[];
            /**
             * Format: date
             * @description day in Asia/Ho_Chi_Minh
             */
            decidedOn: string;
            document?: string;
            /** @enum {string} */
            kind: "MEMBERS_AND_UNITS" | "HEADS" | "ORGANISATIONS";
            /** Format: uuid */
            meetingId?: string;
            number: string;
            /** @description obligatory where a quota is exceeded and the superior allows that */
            reason?: string;
            /** @description groups that use the special rate of their quota, with grounds */
            specialRates?: {
                document: string;
                grounds: string;
                /** @description `whole`, `org:{id}` or `group:{name}` as the board shows it */
                group: string | null;
                quota: string;
            }[];
        };
        DecisionSummary: {
            contentHash: string;
            /** Format: date */
            decidedOn: string;
            document: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            issuedAt: string;
            kind: string;
            lines: number;
            meetingId: string | null;
            number: string;
            /** @description each check: group, count, ceiling, breach */
            quota: unknown;
            reason: string | null;
        };
        EnteredCount: {
            attempt: number;
        };
        EvidenceRequest: {
            body: string;
            /** @description number or name of a document */
            document?: string;
        };
        ExplainedNode: {
            clause: string | null;
            depth: number;
            outcome: string;
            rule: string;
            text: {
                en: string;
                vi: string;
            };
            /** @enum {string} */
            tone: "FOR" | "AGAINST" | "OPEN" | "NEUTRAL";
        };
        FileAppealRequest: {
            /** @description what is brought against the result, and on what it rests */
            grounds: string;
            /** @enum {string} */
            kind: "COMPLAINT" | "DENUNCIATION" | "PETITION";
        };
        FiledAppeal: {
            /** Format: uuid */
            caseId: string;
            /** @description filed after the last day: received, and may not be admitted */
            late: boolean;
        };
        ForwardAppealRequest: {
            /** @description code of an organisation */
            organisation: string;
            reason: string;
        };
        GivenOpinion: {
            late: boolean;
            /** Format: uuid */
            opinionId: string;
        };
        ImportAnswer: {
            /** @description false: imported before, or only tried */
            changed: boolean;
            counts: {
                facts: number;
                history: number;
                members: number;
                memberships: number;
                organisations: number;
                periods: number;
                posts: number;
                workRecords: number;
            };
            /** @description of the tables as understood */
            sha256: string;
        };
        ImportApplyAnswer: {
            cycles: unknown[];
            remaining: number;
            /** @description accepted rows that refer to what is not stored, or end an organisation that is not empty */
            waiting: number;
            written: number;
        };
        ImportApplyRequest: {
            /** @description rows to look at in this request; repeat while `remaining` exceeds `waiting` */
            limit?: number;
        };
        ImportBatch: {
            accepted: number;
            counts: {
                ADDED: number;
                CHANGED: number;
                CONFLICT: number;
                ENDED: number;
                FAULTY: number;
                UNCHANGED: number;
            };
            /** Format: date-time */
            createdAt: string;
            files: {
                /** @enum {string} */
                kind: "organisations" | "members" | "memberships" | "periods" | "posts" | "history" | "facts" | "workRecords";
                name: string;
                rows: number;
            }[];
            /** Format: uuid */
            id: string;
            refused: number;
            sha256: string;
            /** @enum {string} */
            state: "CHECKED" | "CANCELLED";
            written: number;
        };
        ImportBatchAnswer: {
            /** Format: uuid */
            batchId: string;
            counts: {
                ADDED: number;
                CHANGED: number;
                CONFLICT: number;
                ENDED: number;
                FAULTY: number;
                UNCHANGED: number;
            };
            /** @description faults of whole files */
            fileFaults: {
                code: string;
                column: string | null;
                facts: unknown;
                file: string;
                row: number;
            }[];
            sha256: string;
        };
        ImportBatchRequest: {
            files: ({
                /**
                 * Format: base64
                 * @description the bytes of the file
                 */
                content: string;
                /** @enum {string} */
                kind: "organisations" | "members" | "memberships" | "periods" | "posts" | "history" | "facts" | "workRecords";
                /** @description ends in .csv or .xlsx */
                name: string;
            } | components["schemas"]["ImportFile"])[];
        };
        ImportBatchRow: {
            cells: {
                [key: string]: string | null;
            };
            /** @enum {string} */
            class: "ADDED" | "CHANGED" | "ENDED" | "UNCHANGED" | "CONFLICT" | "FAULTY";
            decision: ("ACCEPTED" | "REFUSED") | null;
            differences: {
                column: string;
                incoming: string;
                stored: string | null;
            }[];
            faults: {
                code: string;
                column: string | null;
                facts: unknown;
            }[];
            file: string;
            /** @enum {string} */
            kind: "organisations" | "members" | "memberships" | "periods" | "posts" | "history" | "facts" | "workRecords";
            n: number;
            /** @description line in the file; the header is 1 */
            row: number;
            writtenAt: string | null;
        };
        ImportDecisionAnswer: {
            decided: number;
            /** @description accepted and not written yet */
            remaining: number;
        };
        ImportDecisionRequest: {
            /** @enum {string} */
            decision: "ACCEPTED" | "REFUSED";
            rows: number[];
        } | {
            classes: ("ADDED" | "CHANGED" | "ENDED" | "UNCHANGED" | "CONFLICT" | "FAULTY")[];
            /** @enum {string} */
            decision: "ACCEPTED" | "REFUSED";
        };
        ImportFile: {
            columns: string[];
            /** @enum {string} */
            kind: "organisations" | "members" | "memberships" | "periods" | "posts" | "history" | "facts" | "workRecords";
            /** @description as the person knows the file; errors name it */
            name: string;
            rows: {
                /** @description line in the file; the header is 1 */
                row: number;
                values: {
                    [key: string]: string;
                };
            }[];
        };
        ImportRequest: {
            /** @description checks everything and writes nothing */
            dryRun?: boolean;
            files: components["schemas"]["ImportFile"][];
        };
        LastYear: {
            label: string | null;
            level: components["schemas"]["Level"] | null;
            nonLevel: components["schemas"]["NonLevelState"] | null;
        };
        LeavingRequest: {
            /** @enum {string} */
            cause: "DEATH" | "EXPELLED" | "STRUCK_OFF" | "WITHDRAWN";
            /** @description number and symbol of the decision */
            decision?: string;
            /** @description title or file of the document */
            document?: string;
            /**
             * Format: date
             * @description first day on which the new state holds; today at the latest
             */
            effectiveOn: string;
            reason: string;
        };
        /** @description rank of a quality level, 1 the best; labels: rules of the cycle */
        Level: 1 | 2 | 3 | 4 | 5 | 6;
        LevelFigures: {
            goodOrBetter: {
                k: number;
                key: string;
                n: number;
            };
            levels: {
                1: number;
                2: number;
                3: number;
                4: number;
                5?: number;
                6?: number;
            };
            nonLevels: {
                EXEMPT: number;
                NOT_RATED: number;
                NOT_YET_RATED: number;
            };
            /** @description base of every share: subjects with a level */
            rated: number;
            subjectKind: components["schemas"]["SubjectKind"];
            top: {
                k: number;
                key: string;
                n: number;
            };
            total: number;
            undecided: number;
        };
        Levels: {
            decided: components["schemas"]["Level"] | null;
            proposed: components["schemas"]["Level"] | null;
            self: components["schemas"]["Level"] | null;
            verified: components["schemas"]["Level"] | null;
        };
        LevelShift: {
            after: number[];
            /** @description by level, the best first */
            before: number[];
            changed: number;
            /** @description `moves[i][j]`: from level i + 1 to level j + 1 */
            moves: number[][];
        };
        LiveQuota: {
            groups: {
                decided: {
                    /** @enum {string} */
                    breach: "NONE" | "POSSIBLE" | "CERTAIN";
                    byBase: {
                        LOWER_ONLY: {
                            ceiling: {
                                lower: number;
                                upper: number;
                            };
                            headroom: {
                                lower: number;
                                upper: number;
                            };
                        };
                        LOWER_PLUS_TOP: {
                            ceiling: {
                                lower: number;
                                upper: number;
                            };
                            headroom: {
                                lower: number;
                                upper: number;
                            };
                        };
                    };
                    ceiling: {
                        lower: number;
                        upper: number;
                    };
                    count: {
                        outside: number;
                        second: number;
                        top: number;
                        undecided: number;
                    };
                    headroom: {
                        lower: number;
                        upper: number;
                    };
                };
                group: string | null;
                groupName: string | null;
                /** @description subjects of the group that are reviewed here */
                own: number;
                /** @description as if what bodies have proposed so far were decided */
                proposed: {
                    /** @enum {string} */
                    breach: "NONE" | "POSSIBLE" | "CERTAIN";
                    byBase: {
                        LOWER_ONLY: {
                            ceiling: {
                                lower: number;
                                upper: number;
                            };
                            headroom: {
                                lower: number;
                                upper: number;
                            };
                        };
                        LOWER_PLUS_TOP: {
                            ceiling: {
                                lower: number;
                                upper: number;
                            };
                            headroom: {
                                lower: number;
                                upper: number;
                            };
                        };
                    };
                    ceiling: {
                        lower: number;
                        upper: number;
                    };
                    count: {
                        outside: number;
                        second: number;
                        top: number;
                        undecided: number;
                    };
                    headroom: {
                        lower: number;
                        upper: number;
                    };
                };
                quota: {
                    /** @enum {string} */
                    base: "LOWER_ONLY" | "LOWER_PLUS_TOP";
                    /** @enum {string} */
                    enforcement: "BLOCK" | "WARN_WITH_REASON";
                    excludeHeads: boolean;
                    /** @enum {string} */
                    groupBy: "GRASSROOTS_ORG" | "SIMILAR_GROUP" | "WHOLE";
                    id: string;
                    /** @description the rate in use */
                    rate: {
                        den: number;
                        num: number;
                    };
                    /** @enum {string} */
                    rounding: "FLOOR" | "HALF_UP" | "CEIL";
                    source: string;
                    /** @description whether the rate in use is the special one */
                    special: boolean;
                    /** @description what a group may claim with grounds and document */
                    specialRate: {
                        den: number;
                        num: number;
                    } | null;
                };
                subject: components["schemas"]["SubjectKind"];
            }[];
            organisation: components["schemas"]["OrganisationName"];
        };
        LogEntry: {
            /** @description the leaf's data, byte for byte */
            data: string;
            entry: components["schemas"]["LogLeaf"];
            head: {
                checkpoint: string;
                /** @description entries committed, not yet integrated */
                pending: number;
                /** Format: date-time */
                signedAt: string;
                size: number;
                verifierKey: string;
            } | null;
            index: number;
            leafHash: string;
            /** @description canonical JSON as committed to */
            payload: string | null;
            /** @enum {string} */
            payloadState: "SHOWN" | "ERASED" | "NOT_FOR_YOU";
            salt: string | null;
        };
        LoginRequest: {
            login: string;
            password: string;
        };
        LogLeaf: {
            /** Format: date-time */
            at: string;
            commitment: string;
            cycle?: string;
            /** Format: uuid */
            id: string;
            org?: string;
            prev?: string;
            step?: string;
            /** @enum {string} */
            type: "account.activated" | "account.locked" | "account.password-changed" | "appeal.admitted" | "appeal.closed" | "appeal.concluded" | "appeal.conflict-declared" | "appeal.decided" | "appeal.evidence-added" | "appeal.evidence-closed" | "appeal.forwarded" | "appeal.lodged" | "appeal.panel-appointed" | "appeal.rejected" | "appeal.withdrawn" | "attendance.recorded" | "ballot.closed" | "ballot.opened" | "ballot.rerun" | "ballot.tallied" | "ballot.voided" | "body.ended" | "classification.decided" | "classification.notified" | "classification.proposed" | "collective-review.returned" | "collective-review.submitted" | "commendation.advanced" | "commendation.counted" | "commendation.decided" | "commendation.derived" | "commendation.dossier-changed" | "commendation.revoked" | "commendation.vote-opened" | "commendation.vote-tallied" | "cycle.clock-moved" | "cycle.closed" | "cycle.opened" | "cycle.phase-changed" | "deadline.escalated" | "deadline.reminded" | "decision.cancelled" | "decision.issued" | "dossier.returned" | "dossier.verified" | "import.recorded" | "late-review.closed" | "late-review.opened" | "meeting.adjourned" | "meeting.cancelled" | "meeting.closed" | "meeting.convened" | "meeting.opened" | "meeting.postponed" | "meeting.resumed" | "member.corrected" | "member.left" | "member.period-changed" | "member.post-changed" | "member.transferred" | "mid-year.concluded" | "mid-year.corrected" | "minutes.confirmed" | "minutes.drafted" | "minutes.returned" | "minutes.signed" | "opinion.given" | "organisation.changed" | "paper-count.confirmed" | "paper-count.entered" | "payload.erased" | "person-ballot.closed" | "person-ballot.counted" | "person-ballot.opened" | "person-ballot.planned" | "person-ballot.tallied" | "person-ballot.voided" | "quota.breach-accepted" | "quota.checked" | "reevaluation.closed" | "reevaluation.decided" | "reevaluation.dismissed" | "reevaluation.evidence-added" | "reevaluation.opened" | "registration.recorded" | "resolution.recorded" | "result.returned" | "result.submitted" | "review.changed" | "review.exempted" | "role.granted" | "role.revoked" | "rule-pack.published" | "self-review.returned" | "self-review.submitted" | "settings.pinned" | "snapshot.changed" | "snapshot.frozen" | "step.changed" | "step.closed" | "step.opened" | "step.planned" | "target.mapped" | "task.cancelled" | "task.claimed" | "task.completed" | "task.reassigned" | "task.released" | "work-record.cancelled" | "work-record.recorded" | "year.prepared";
            /** @enum {number} */
            v: 1;
        };
        LogPage: {
            head: {
                checkpoint: string;
                /** @description entries committed, not yet integrated */
                pending: number;
                /** Format: date-time */
                signedAt: string;
                size: number;
                verifierKey: string;
            } | null;
            items: components["schemas"]["LogRow"][];
            next: string | null;
        };
        LogRow: {
            entry: components["schemas"]["LogLeaf"];
            index: number;
            leafHash: string;
        };
        MappedLabel: {
            /** Format: uuid */
            mappingId: string;
        };
        MeetingReasonRequest: {
            reason: string;
        };
        MeetingRoom: {
            /** @description in the order to show; what is outside the role of the reader is absent */
            allowedActions: components["schemas"]["AllowedAction"][];
            /** @description first page; more under /attendance */
            attendance: components["schemas"]["AttendancePage"];
            ballots: components["schemas"]["Ballot"][];
            /** @description null: the members' meeting */
            body: string | null;
            chair: components["schemas"]["Person"];
            counted: number;
            cycleId: string;
            /** Format: date */
            heldOn: string;
            /** Format: uuid */
            id: string;
            kind: string;
            minutes: components["schemas"]["Minutes"] | null;
            minuteTaker: components["schemas"]["Person"];
            organisation: components["schemas"]["OrganisationRef"];
            /** @description confidence and by-elections, outside the rating */
            personBallots: components["schemas"]["PersonBallot"][];
            place: string | null;
            present: number;
            previousId: string | null;
            /** @description formula and numbers; before the opening as attendance stands now */
            quorum: unknown;
            ratingYear: number;
            reason: string | null;
            round: number;
            simulated: boolean;
            /** @enum {string} */
            state: "PLANNED" | "CONVENED" | "OPENED" | "NO_QUORUM" | "POSTPONED" | "REVIEWING" | "ADJOURNED" | "BALLOTING" | "TALLYING" | "MINUTES_DRAFT" | "MINUTES_SIGNED" | "CLOSED" | "CANCELLED";
            /** Format: uuid */
            stepId: string;
            steps: components["schemas"]["Step"][];
            summoned: number;
            /** @description the first is the head teller */
            tellers: components["schemas"]["Person"][];
            /** Format: date */
            today: string;
            /** @description people whose attendance is not recorded */
            unrecorded: number;
            version: number;
        };
        MeetingSummary: {
            counted: number;
            /** Format: date */
            heldOn: string;
            /** Format: uuid */
            id: string;
            kind: string;
            place: string | null;
            present: number;
            round: number;
            /** @enum {string} */
            state: "PLANNED" | "CONVENED" | "OPENED" | "NO_QUORUM" | "POSTPONED" | "REVIEWING" | "ADJOURNED" | "BALLOTING" | "TALLYING" | "MINUTES_DRAFT" | "MINUTES_SIGNED" | "CLOSED" | "CANCELLED";
            /** Format: uuid */
            stepId: string;
            summoned: number;
            version: number;
        };
        Member: {
            /** Format: date */
            admittedOn: string;
            code: string;
            fullName: string;
            isCivilServant: boolean;
            /** Format: uuid */
            memberId: string;
            organisation: components["schemas"]["OrganisationRef"] | null;
            posts: {
                /** @enum {string} */
                body: "PARTY_COMMITTEE" | "STANDING_COMMITTEE" | "CELL_COMMITTEE" | "MEMBERS_MEETING" | "INSPECTION_COMMISSION" | "ADVISORY_BODY";
                isHead: boolean;
                organisation: components["schemas"]["OrganisationName"];
                /** @enum {string} */
                post: "SECRETARY" | "DEPUTY_SECRETARY" | "STANDING_MEMBER" | "COMMITTEE_MEMBER" | "COMMISSION_CHAIR" | "COMMISSION_MEMBER" | "OFFICER";
            }[];
            /** @enum {string} */
            status: "OFFICIAL" | "PROBATIONARY";
            /** @description newest first; a cancelled year stays beside what replaced it */
            years: components["schemas"]["YearResult"][];
        };
        MemberRow: {
            code: string;
            fullName: string;
            /** Format: uuid */
            memberId: string;
            /** @enum {string} */
            status: "OFFICIAL" | "PROBATIONARY";
        };
        MemberTimeline: {
            memberships: {
                decision: string | null;
                /** Format: date */
                from: string;
                /** Format: uuid */
                id: string;
                organisation: components["schemas"]["OrganisationName"];
                /** Format: date-time */
                recordedAt: string;
                /** @description null: held true now */
                supersededAt: string | null;
                to: string | null;
            }[];
            periods: {
                cause: string | null;
                decision: string | null;
                /** Format: date */
                from: string;
                /** Format: uuid */
                id: string;
                kind: string;
                organisation: components["schemas"]["OrganisationName"] | null;
                /** Format: date-time */
                recordedAt: string;
                /** @description null: held true now */
                supersededAt: string | null;
                to: string | null;
            }[];
            posts: {
                /** @enum {string} */
                body: "PARTY_COMMITTEE" | "STANDING_COMMITTEE" | "CELL_COMMITTEE" | "MEMBERS_MEETING" | "INSPECTION_COMMISSION" | "ADVISORY_BODY";
                decision: string | null;
                /** Format: date */
                from: string;
                /** Format: uuid */
                id: string;
                isHead: boolean;
                organisation: components["schemas"]["OrganisationName"];
                /** @enum {string} */
                post: "SECRETARY" | "DEPUTY_SECRETARY" | "STANDING_MEMBER" | "COMMITTEE_MEMBER" | "COMMISSION_CHAIR" | "COMMISSION_MEMBER" | "OFFICER";
                /** Format: date-time */
                recordedAt: string;
                /** @description null: held true now */
                supersededAt: string | null;
                to: string | null;
            }[];
        };
        MidYearBoard: {
            concluded: {
                /** Format: date */
                correctBefore: string;
                cycleId: string;
                dueOn: string | null;
                /** Format: date */
                heldOn: string;
                lateThen: string[];
                overdue: boolean;
                report: unknown;
                stillLate: string[];
                /** Format: uuid */
                superiorId: string;
                workKinds: components["schemas"]["WorkKind"][];
            } | null;
            now: components["schemas"]["MidYearFigures"];
        };
        MidYearFigures: {
            /** @description organisations that have done none of the work asked for */
            byRole: {
                k: number;
                n: number;
                /** @enum {string} */
                role: "PROVINCIAL_ORG" | "SUPERIOR_ORG" | "GRASSROOTS_COMMITTEE_ORG" | "GRASSROOTS_CELL" | "SUBCOMMITTEE_ORG" | "SUBORDINATE_CELL";
            }[];
            late: {
                code: string;
                name: string;
                /** Format: uuid */
                organisationId: string;
                /** @enum {string} */
                role: "PROVINCIAL_ORG" | "SUPERIOR_ORG" | "GRASSROOTS_COMMITTEE_ORG" | "GRASSROOTS_CELL" | "SUBCOMMITTEE_ORG" | "SUBORDINATE_CELL";
            }[];
            /** Format: date */
            on: string;
            /** @description turns done of turns planned for the year; distinct subjects apart */
            plans: {
                done: number;
                kinds: components["schemas"]["WorkKind"][];
                members: number;
                organisations: number;
                percent: components["schemas"]["ScaledNumber"] | null;
                planned: number;
            }[];
            targets: components["schemas"]["TargetOutlook"][];
        };
        MidYearRequest: {
            /**
             * Format: date
             * @description "trước ngày": the day before is the last
             */
            correctBefore: string;
            /**
             * Format: date
             * @description day in Asia/Ho_Chi_Minh
             */
            heldOn: string;
            note?: string;
            /** @description at least one record of any of them is asked for */
            workKinds: components["schemas"]["WorkKind"][];
        };
        Minutes: {
            content: unknown;
            contentHash: string;
            /** Format: date-time */
            draftedAt: string;
            /** @description names behind the ids of the content */
            names: {
                [key: string]: {
                    code: string;
                    /** @enum {string} */
                    kind: "MEMBER" | "REVIEW" | "ORGANISATION";
                    name: string;
                };
            };
            signatures: {
                person: components["schemas"]["Person"];
                /** @enum {string} */
                role: "CHAIR" | "MINUTE_TAKER" | "HEAD_TELLER";
                /** Format: date-time */
                signedAt: string;
            }[];
            version: number;
        };
        MovedClock: {
            bodiesTold: number;
            /** Format: date */
            date: string;
        };
        MovedReview: {
            state: string;
        };
        NearMiss: {
            awardId: string;
            /** @enum {string} */
            brokenStatus: "QUALIFIES" | "LOWER" | "CANCELLED" | "NON_LEVEL" | "SKIPPED" | "NOT_COMPARABLE" | "NEW_CHAIN" | "GAP";
            brokenYear: number;
            /** @description every year the award asks for, newest first, as ChainLink */
            chain: unknown;
            organisation: components["schemas"]["OrganisationRef"];
            subject: {
                code: string;
                /** Format: uuid */
                id: string;
                name: string;
            };
            subjectKind: components["schemas"]["SubjectKind"];
        };
        NearMissPage: {
            items: components["schemas"]["NearMiss"][];
            next: string | null;
        };
        NewOrganisation: {
            /** @description code of an organisation */
            code: string;
            name: string;
            /** @description organisation above; null: the top of a tree */
            parent: string | null;
            quotaGroup?: string | null;
            /** @enum {string} */
            role: "PROVINCIAL_ORG" | "SUPERIOR_ORG" | "GRASSROOTS_COMMITTEE_ORG" | "GRASSROOTS_CELL" | "SUBCOMMITTEE_ORG" | "SUBORDINATE_CELL";
        };
        /** @enum {string} */
        NonLevelState: "NOT_RATED" | "EXEMPT" | "NOT_YET_RATED";
        Notification: {
            /** Format: date-time */
            createdAt: string;
            facts: {
                [key: string]: unknown;
            };
            href: string | null;
            /** Format: uuid */
            id: string;
            kind: string;
            readAt: string | null;
        };
        NotificationPage: {
            counts: {
                /** @description 999: so many or more */
                unread: number;
            };
            items: components["schemas"]["Notification"][];
            next: string | null;
        };
        OpenCycleRequest: {
            /** @enum {string} */
            clock: "REAL" | "DRIVEN";
            /**
             * Format: date
             * @description DRIVEN: its first date
             */
            clockOn?: string;
            /**
             * @description what is left out is chosen by rating year and date
             * @default {}
             */
            packs: {
                /** @description id of an installed rule file, alone for its newest version or as `id@version` */
                commendation?: string;
                /** @description id of an installed rule file, alone for its newest version or as `id@version` */
                documents?: string;
                /** @description id of an installed rule file, alone for its newest version or as `id@version` */
                money?: string;
                /** @description id of an installed rule file, alone for its newest version or as `id@version` */
                rating?: string;
                /** @description id of an installed rule file, alone for its newest version or as `id@version` */
                voting?: string;
            };
            period: string;
            plan: {
                cellMeeting?: string | null;
                cellSubmission?: string | null;
                classification?: string | null;
                commendation?: string | null;
                heads?: string | null;
                midYear?: string | null;
                registration?: string | null;
                selfReview?: string | null;
                unitDossier?: string | null;
                unitSitting?: string | null;
                verification?: string | null;
            };
            /** @description an installed settings file, or a whole one */
            settings: string | components["schemas"]["SettingsFile"];
            /** @description generated data: every page and paper says so */
            simulated: boolean;
            /** @description code of an organisation */
            superiorCode: string;
        };
        OpenedCommendationVote: {
            /** Format: uuid */
            voteId: string;
        };
        OpenedCycle: {
            cycleId: string;
        };
        OpenedReevaluation: {
            /** Format: uuid */
            caseId: string;
        };
        OpenedSession: {
            /** @description send it as X-CSRF-Token with every unsafe request */
            csrfToken: string;
            /** Format: date-time */
            expiresAt: string;
        };
        OpenReevaluationRequest: {
            discipline: {
                /** @description as the decision on it writes it */
                form: string;
                /**
                 * Format: date
                 * @description day in Asia/Ho_Chi_Minh
                 */
                inForceOn: string;
                number: string;
                /** @description made good */
                remedied: boolean;
                /** @description found by the subject itself */
                selfDetected: boolean;
            };
            grounds: string;
            /** @description code of the member or organisation */
            subject: string;
            subjectKind: components["schemas"]["SubjectKind"];
            /** @description rating year of the result */
            year: number;
        };
        OpenReviewRequest: {
            /**
             * @description what is left out is chosen by rating year and date
             * @default {}
             */
            packs: {
                /** @description id of an installed rule file, alone for its newest version or as `id@version` */
                commendation?: string;
                /** @description id of an installed rule file, alone for its newest version or as `id@version` */
                documents?: string;
                /** @description id of an installed rule file, alone for its newest version or as `id@version` */
                money?: string;
                /** @description id of an installed rule file, alone for its newest version or as `id@version` */
                rating?: string;
                /** @description id of an installed rule file, alone for its newest version or as `id@version` */
                voting?: string;
            };
            plan: {
                cellMeeting?: string | null;
                cellSubmission?: string | null;
                classification?: string | null;
                commendation?: string | null;
                heads?: string | null;
                midYear?: string | null;
                registration?: string | null;
                selfReview?: string | null;
                unitDossier?: string | null;
                unitSitting?: string | null;
                verification?: string | null;
            };
            /** @description an installed settings file, or a whole one */
            settings: string | components["schemas"]["SettingsFile"];
        };
        Opinion: {
            body: string | null;
            from: components["schemas"]["OrganisationName"] | null;
            givenAt: string | null;
            /** Format: uuid */
            id: string;
            late: boolean;
            state: string;
        };
        OpinionRequest: {
            text: string;
        };
        Organisation: {
            childCount: number;
            code: string;
            /** Format: uuid */
            id: string;
            /** @description of the whole subtree */
            memberCount: number;
            name: string;
            /** @description from the top of what the reader may see down to the parent */
            path: components["schemas"]["OrganisationRef"][];
            posts: {
                /** @enum {string} */
                body: "PARTY_COMMITTEE" | "STANDING_COMMITTEE" | "CELL_COMMITTEE" | "MEMBERS_MEETING" | "INSPECTION_COMMISSION" | "ADVISORY_BODY";
                isHead: boolean;
                person: components["schemas"]["Person"];
                /** @enum {string} */
                post: "SECRETARY" | "DEPUTY_SECRETARY" | "STANDING_MEMBER" | "COMMITTEE_MEMBER" | "COMMISSION_CHAIR" | "COMMISSION_MEMBER" | "OFFICER";
            }[];
            quotaGroup: string | null;
            /** @enum {string} */
            role: "PROVINCIAL_ORG" | "SUPERIOR_ORG" | "GRASSROOTS_COMMITTEE_ORG" | "GRASSROOTS_CELL" | "SUBCOMMITTEE_ORG" | "SUBORDINATE_CELL";
        };
        OrganisationLineage: {
            predecessors: {
                code: string;
                decision: string | null;
                /** @description 1: directly before */
                depth: number;
                /** Format: date */
                effectiveOn: string;
                /** Format: uuid */
                id: string;
                kind: string;
                name: string;
            }[];
            successors: {
                code: string;
                decision: string | null;
                depth: number;
                /** Format: date */
                effectiveOn: string;
                /** Format: uuid */
                id: string;
                kind: string;
                name: string;
            }[];
            years: {
                decisionNumber: string | null;
                label: string | null;
                level: number | null;
                nonLevel: string | null;
                /** @description whose result it is: this organisation or a predecessor */
                organisation: components["schemas"]["OrganisationRef"];
                packId: string;
                state: string;
                /** @enum {string} */
                subjectKind: "COLLECTIVE" | "ORGANISATION";
                titleOutstanding: boolean;
                year: number;
            }[];
        };
        OrganisationName: {
            code: string;
            name: string;
        };
        OrganisationRef: {
            code: string;
            /** Format: uuid */
            id: string;
            name: string;
        };
        OrganisationRow: {
            childCount: number;
            code: string;
            /** Format: uuid */
            id: string;
            /** @description of the whole subtree */
            memberCount: number;
            name: string;
            quotaGroup: string | null;
            /** @enum {string} */
            role: "PROVINCIAL_ORG" | "SUPERIOR_ORG" | "GRASSROOTS_COMMITTEE_ORG" | "GRASSROOTS_CELL" | "SUBCOMMITTEE_ORG" | "SUBORDINATE_CELL";
        };
        OrganisationVersion: {
            changeId: string | null;
            decision: string | null;
            document: string | null;
            /** Format: date */
            from: string;
            name: string;
            parent: components["schemas"]["OrganisationRef"] | null;
            quotaGroup: string | null;
            /** Format: date-time */
            recordedAt: string;
            /** @enum {string} */
            role: "PROVINCIAL_ORG" | "SUPERIOR_ORG" | "GRASSROOTS_COMMITTEE_ORG" | "GRASSROOTS_CELL" | "SUBCOMMITTEE_ORG" | "SUBORDINATE_CELL";
            /** @description null: held true now */
            supersededAt: string | null;
            to: string | null;
        };
        OwnMeetings: {
            items: {
                counted: number;
                cycleId: string;
                /** Format: date */
                heldOn: string;
                /** Format: uuid */
                id: string;
                kind: string;
                organisation: components["schemas"]["OrganisationName"];
                place: string | null;
                present: number;
                round: number;
                /** @enum {string} */
                state: "PLANNED" | "CONVENED" | "OPENED" | "NO_QUORUM" | "POSTPONED" | "REVIEWING" | "ADJOURNED" | "BALLOTING" | "TALLYING" | "MINUTES_DRAFT" | "MINUTES_SIGNED" | "CLOSED" | "CANCELLED";
                /** Format: uuid */
                stepId: string;
                summoned: number;
                version: number;
            }[];
        };
        OwnReviews: {
            items: {
                ceiling: components["schemas"]["Level"] | null;
                cycleId: string;
                /** Format: uuid */
                id: string;
                isHead: boolean;
                levels: components["schemas"]["Levels"];
                nonLevel: components["schemas"]["NonLevelState"] | null;
                nonLevelClause: string | null;
                organisation: components["schemas"]["OrganisationName"];
                ratingYear: number;
                simulated: boolean;
                /** @enum {string} */
                state: "NOT_STARTED" | "SELF_REVIEW_DRAFT" | "SELF_REVIEW_SUBMITTED" | "OPINIONS_PENDING" | "READY" | "WAITING_ABSENT" | "REVIEWED_PARTLY" | "REVIEWED" | "PROPOSED" | "VERIFIED" | "DECIDED" | "NOTIFIED" | "UNDER_APPEAL" | "REOPENED" | "CLOSED" | "NOT_RATED" | "EXEMPT" | "NOT_YET_RATED" | "TRANSFERRED_OUT" | "LEFT_PARTY" | "CANCELLED" | "REPORT_DRAFT" | "SELF_RATED" | "UNDER_REEXAMINATION" | "NOT_RATED_NEW" | "WAITING_SUBORDINATES" | "SUBMITTED" | "VERIFYING" | "QUOTA_CHECK" | "BALLOTED";
                subjectKind: components["schemas"]["SubjectKind"];
                version: number;
            }[];
        };
        Paper: {
            form: string;
            grades: {
                [key: string]: string;
            };
            late: boolean;
            returnedReason: string | null;
            /** Format: uuid */
            reviewId: string;
            /** Format: date-time */
            savedAt: string;
            sections: {
                [key: string]: string;
            };
            selfLevel: components["schemas"]["Level"] | null;
            submittedAt: string | null;
            version: number;
        };
        PaperRequest: {
            /** @description form of the pack, see the rules of the cycle */
            form: string;
            /**
             * @description section → G1 … G4
             * @default {}
             */
            grades: {
                [key: string]: string;
            };
            /** @description section of the form → text */
            sections: {
                [key: string]: string;
            };
            /** @default null */
            selfLevel: components["schemas"]["Level"] | null;
        };
        PasswordRequest: {
            /** @description needed when the account has a password already */
            currentPassword?: string;
            password: string;
        };
        PeriodEndRequest: {
            /** @description number and symbol of the decision */
            decision?: string;
            /** @description title or file of the document */
            document?: string;
            /**
             * Format: date
             * @description first day on which the new state holds; today at the latest
             */
            effectiveOn: string;
            /** @enum {string} */
            kind: "EXEMPTED" | "SUSPENDED" | "SUSPENDED_FROM_COMMITTEE" | "PROSECUTED" | "SICK_LEAVE" | "MATERNITY_LEAVE" | "TEMPORARY_ELSEWHERE";
            reason: string;
        };
        PeriodRequest: {
            /** @description number and symbol of the decision */
            decision?: string;
            /** @description title or file of the document */
            document?: string;
            /**
             * Format: date
             * @description first day on which the new state holds; today at the latest
             */
            effectiveOn: string;
            /** @enum {string} */
            kind: "EXEMPTED" | "SUSPENDED" | "SUSPENDED_FROM_COMMITTEE" | "PROSECUTED" | "SICK_LEAVE" | "MATERNITY_LEAVE" | "TEMPORARY_ELSEWHERE";
            /** @description TEMPORARY_ELSEWHERE: the other cell */
            organisation?: string | null;
            reason: string;
            /** @description last day; null: goes on */
            to?: string | null;
        };
        Person: {
            code: string;
            fullName: string;
            /** Format: uuid */
            memberId: string;
        };
        /** @description a ballot about persons, beside the rating and never part of it */
        PersonBallot: {
            /** @description in the order to show; what is outside the role of the reader is absent */
            allowedActions: components["schemas"]["AllowedAction"][];
            attempt: number;
            countedBody: number | null;
            counts: {
                blank: number;
                invalid: number;
                /** Format: uuid */
                personId: string;
                votes: number[];
            }[] | null;
            document: string | null;
            /** @description tellers who have handed in this attempt */
            entered: number;
            entitled: number | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "CONFIDENCE" | "ELECTION";
            /** @description words of the levels of confidence, the highest first; null in an election */
            levels: string[] | null;
            /** @enum {string} */
            method: "SHOW_OF_HANDS" | "SECRET_BALLOT";
            myEntries: {
                attempt: number;
                /** Format: date-time */
                enteredAt: string;
                entry: unknown;
            }[];
            ordinal: number;
            persons: components["schemas"]["Person"][];
            present: number | null;
            reason: string | null;
            /** @description rows in which the count before differed */
            recount: string[] | null;
            result: {
                countedBody: number;
                persons: {
                    level: number | null;
                    /**
                     * @description UNCONFIRMED: the rules do not say which majority is needed
                     * @enum {string}
                     */
                    outcome: "LEVEL" | "NO_MAJORITY" | "ELECTED" | "NOT_ELECTED" | "TIED" | "UNCONFIRMED";
                    /** Format: uuid */
                    personId: string;
                    shares: {
                        choice: number;
                        formula: {
                            /** @enum {string} */
                            comparator: ">" | ">=";
                            den: number;
                            holds: boolean;
                            left: number;
                            num: number;
                            of: number;
                            right: number;
                            sharePerMille: number | null;
                            votes: number;
                        } | null;
                        sharePerMille: number | null;
                        votes: number;
                    }[];
                }[];
                seats: {
                    filled: number;
                    of: number;
                } | null;
            } | null;
            rule: unknown;
            /** @description posts to be filled; null: a ballot of confidence */
            seats: number | null;
            /** @enum {string} */
            state: "DRAFT" | "ROLL_FROZEN" | "OPEN" | "CLOSED" | "RECONCILING" | "TALLIED" | "CERTIFIED" | "RERUN" | "VOID";
            title: string;
            /** @description null until both tellers agree */
            totals: {
                distributed: number;
                invalid: number;
                returned: number;
                valid: number;
            } | null;
            version: number;
        };
        PersonBallotRequest: {
            /** @description what it is held under */
            document?: string;
            /** @enum {string} */
            kind: "CONFIDENCE" | "ELECTION";
            /** @description codes of members, in the order of the paper */
            persons: string[];
            /** @description an election alone: posts to be filled */
            seats?: number;
            /** @description subject of the ballot, as it stands on the paper */
            title: string;
        };
        PersonChangeAnswer: {
            /** Format: uuid */
            changeId: string;
            /** @description what it means for cycles under way */
            cycles: components["schemas"]["CycleEffect"][];
            postsEnded: number;
        };
        PersonCountAnswer: {
            /** @description null: the other teller has not handed in yet */
            agreed: boolean | null;
            attempt: number;
        };
        PersonCountRequest: {
            distributed: number;
            invalid: number;
            returned: number;
            rows: {
                blank: number;
                invalid: number;
                /** Format: uuid */
                memberId: string;
                /** @description by level of confidence, the highest first; in an election the papers on which the name stands */
                votes: number[];
            }[];
            valid: number;
        };
        PlannedPersonBallot: {
            /** Format: uuid */
            ballotId: string;
        };
        PostponeRequest: {
            /**
             * Format: date
             * @description day in Asia/Ho_Chi_Minh
             */
            newDate: string;
            reason: string;
        };
        Problem: {
            /** @description stable, NOUN.WHAT_HAPPENED */
            code: string;
            correlationId: string;
            detail?: string;
            errors: {
                code: string;
                facts?: {
                    [key: string]: unknown;
                };
                /** @description RFC 6901 */
                pointer: string;
            }[];
            facts: {
                [key: string]: unknown;
            };
            status: number;
            title: string;
            type: string;
        };
        ProgressPage: {
            /** Format: date-time */
            asOf: string;
            items: components["schemas"]["ProgressRow"][];
            next: string | null;
            /** @description over everything the reader may see; on the first page only */
            steps: {
                done: number;
                kind: string;
                late: number;
                open: number;
                total: number;
            }[];
            /** Format: date */
            today: string;
        };
        ProgressRow: {
            code: string;
            lateSince: string | null;
            members: {
                decided: number;
                submitted: number;
                total: number;
            };
            name: string;
            /** Format: uuid */
            organisationId: string;
            parentCode: string | null;
            phase: string;
            phaseAt: string | null;
            role: string;
            /** @description newest round of each kind */
            steps: components["schemas"]["Step"][];
            unitCode: string | null;
            workflow: string | null;
            workingDaysLate: number | null;
        };
        QuotaAnswer: {
            organisation: components["schemas"]["OrganisationName"];
            quotas: {
                inUse: {
                    /** @enum {string} */
                    base: "LOWER_ONLY" | "LOWER_PLUS_TOP";
                    /** @enum {string} */
                    enforcement: "BLOCK" | "WARN_WITH_REASON";
                    excludeHeads: boolean;
                    /** @enum {string} */
                    groupBy: "GRASSROOTS_ORG" | "SIMILAR_GROUP" | "WHOLE";
                    id: string;
                    /** @description the rate in use */
                    rate: {
                        den: number;
                        num: number;
                    };
                    /** @enum {string} */
                    rounding: "FLOOR" | "HALF_UP" | "CEIL";
                    source: string;
                    /** @description whether the rate in use is the special one */
                    special: boolean;
                    /** @description what a group may claim with grounds and document */
                    specialRate: {
                        den: number;
                        num: number;
                    } | null;
                };
                outcomes: {
                    /** @enum {string} */
                    base: "LOWER_ONLY" | "LOWER_PLUS_TOP";
                    /** @enum {string} */
                    breach: "NONE" | "POSSIBLE" | "CERTAIN";
                    excludeHeads: boolean;
                    /** @enum {string} */
                    groupBy: "GRASSROOTS_ORG" | "SIMILAR_GROUP" | "WHOLE" | "DRAWN";
                    groups: {
                        /** @enum {string} */
                        breach: "NONE" | "POSSIBLE" | "CERTAIN";
                        ceiling: {
                            lower: number;
                            upper: number;
                        };
                        count: {
                            outside: number;
                            second: number;
                            top: number;
                            undecided: number;
                        };
                        excess: number;
                        group: string | null;
                        groupName: string | null;
                        headroom: {
                            lower: number;
                            upper: number;
                        };
                        used: number;
                    }[];
                    inUse: boolean;
                    rate: {
                        den: number;
                        num: number;
                    };
                    /** @enum {string} */
                    rounding: "FLOOR" | "HALF_UP" | "CEIL";
                    total: {
                        ceiling: {
                            lower: number;
                            upper: number;
                        };
                        excess: number;
                        used: number;
                    };
                }[];
            }[];
        };
        QuotaCandidate: {
            lastYear: components["schemas"]["Level"] | null;
            /** @description hundredths of a point */
            points: number | null;
            /** Format: uuid */
            reviewId: string;
            subject: {
                code: string;
                name: string;
            };
            /** @description for the top level, of the counted body */
            votes: {
                of: number;
                top: number;
            } | null;
        };
        QuotaGroup: {
            /** @enum {string} */
            breach: "NONE" | "POSSIBLE" | "CERTAIN";
            byBase: {
                LOWER_ONLY: {
                    ceiling: {
                        lower: number;
                        upper: number;
                    };
                    headroom: {
                        lower: number;
                        upper: number;
                    };
                };
                LOWER_PLUS_TOP: {
                    ceiling: {
                        lower: number;
                        upper: number;
                    };
                    headroom: {
                        lower: number;
                        upper: number;
                    };
                };
            };
            ceiling: {
                lower: number;
                upper: number;
            };
            count: {
                outside: number;
                second: number;
                top: number;
                undecided: number;
            };
            excess: number;
            /** @description `whole`, `org:{id}` or `group:{name}` */
            group: string | null;
            /** @description code of the organisation, or name of the similar group */
            groupName: string | null;
            headroom: {
                lower: number;
                upper: number;
            };
            quota: {
                /** @enum {string} */
                base: "LOWER_ONLY" | "LOWER_PLUS_TOP";
                /** @enum {string} */
                enforcement: "BLOCK" | "WARN_WITH_REASON";
                excludeHeads: boolean;
                /** @enum {string} */
                groupBy: "GRASSROOTS_ORG" | "SIMILAR_GROUP" | "WHOLE";
                id: string;
                /** @description the rate in use */
                rate: {
                    den: number;
                    num: number;
                };
                /** @enum {string} */
                rounding: "FLOOR" | "HALF_UP" | "CEIL";
                source: string;
                /** @description whether the rate in use is the special one */
                special: boolean;
                /** @description what a group may claim with grounds and document */
                specialRate: {
                    den: number;
                    num: number;
                } | null;
            };
            special: {
                document: string;
                grounds: string;
            } | null;
            subject: components["schemas"]["SubjectKind"];
            used: number;
        };
        QuotaHeadroom: {
            /** @description bounds while subjects are open */
            decided: components["schemas"]["QuotaGroup"][];
            organisation: components["schemas"]["OrganisationName"];
            /** @description as if every vote of the body were decided as it fell */
            projected: components["schemas"]["QuotaGroup"][];
            proposals: components["schemas"]["QuotaProposals"];
        };
        QuotaProposal: {
            /** @description how many sets of this size the pools allow */
            alternatives: string;
            /** @description one smallest set: each lowered by one level and the quotas hold; nobody applies it */
            changes: components["schemas"]["QuotaCandidate"][];
            /** @description any `lower` of the candidates do as well; first the proposed ones */
            pools: {
                candidates: components["schemas"]["QuotaCandidate"][];
                groups: string[];
                lower: number;
            }[];
            /** @description groups that no change of this body can mend */
            shortages: {
                group: string;
                missing: number;
            }[];
            smallest: boolean;
        };
        QuotaProposals: {
            /** @description after it the quotas hold whatever is still open */
            toHold: components["schemas"]["QuotaProposal"] | null;
            /** @description after it the decision is not refused */
            toPass: components["schemas"]["QuotaProposal"] | null;
        };
        QuotaQuestion: {
            bases?: ("LOWER_ONLY" | "LOWER_PLUS_TOP")[];
            /** @description groups as the asker draws them */
            drawn?: {
                name: string;
                organisations: string[];
            }[];
            excludeHeads?: boolean[];
            groupings?: ("GRASSROOTS_ORG" | "SIMILAR_GROUP" | "WHOLE")[];
            /**
             * @default PROJECTED
             * @enum {string}
             */
            on: "DECIDED" | "PROJECTED";
            rates?: {
                den: number;
                num: number;
            }[];
            roundings?: ("FLOOR" | "HALF_UP" | "CEIL")[];
            subject: components["schemas"]["SubjectKind"];
        };
        ReadinessFinding: {
            code: string;
            count: number;
            facts: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            severity: "BLOCKING" | "WARNING" | "NOTE";
            /** @description codes, at most 100 */
            where: string[];
        };
        ReadinessReport: {
            blocking: number;
            findings: components["schemas"]["ReadinessFinding"][];
            /** Format: date */
            on: string;
            organisation: string;
            packId: string | null;
            year: number;
        };
        ReasonRequest: {
            reason: string;
        };
        RecordedAttendance: {
            recorded: number;
        };
        RecordedResolution: {
            /** Format: uuid */
            resolutionId: string;
        };
        RecordedWork: {
            /** @description late organisations of a mid-year review that this put right */
            corrected: number;
            /** Format: uuid */
            recordId: string;
        };
        Reevaluation: {
            acts: components["schemas"]["CaseAct"][];
            /** @description in the order to show; what is outside the role of the reader is absent */
            allowedActions: components["schemas"]["AllowedAction"][];
            authority: components["schemas"]["OrganisationName"];
            closedAt: string | null;
            /** @description null: the year was imported */
            cycleId: string | null;
            decision: {
                /** Format: date */
                decidedOn: string;
                id: string | null;
                number: string;
            } | null;
            discipline: unknown;
            document: string | null;
            dueAt: string | null;
            evidence: components["schemas"]["CaseEvidence"][];
            grounds: string;
            /** Format: uuid */
            id: string;
            newLevel: components["schemas"]["Level"] | null;
            oldLevel: components["schemas"]["Level"] | null;
            oldNonLevel: components["schemas"]["NonLevelState"] | null;
            /** Format: date */
            openedOn: string;
            /** @description rules of that year */
            packId: string;
            /** @description derivation of the new level under the rules of that year */
            proof: unknown;
            /** @description quota of that year after the change, for information */
            quota: unknown;
            reason: string | null;
            reviewId: string | null;
            /** @description awards revoked and candidates dropped with it */
            revoked: unknown;
            /** @enum {string} */
            state: "OPENED" | "DECIDED" | "DISMISSED" | "CLOSED";
            subject: components["schemas"]["CaseSubject"];
            version: number;
            year: number;
        };
        ReevaluationDecisionRequest: {
            /**
             * Format: date
             * @description day in Asia/Ho_Chi_Minh
             */
            decidedOn: string;
            document?: string;
            /** @description absent: the lowest; a milder one only where the violation was found and made good by the subject itself */
            level?: components["schemas"]["Level"];
            number: string;
            reason: string;
        };
        ReevaluationPage: {
            items: components["schemas"]["ReevaluationSummary"][];
            next: string | null;
        };
        ReevaluationSummary: {
            authority: components["schemas"]["OrganisationName"];
            dueAt: string | null;
            /** Format: uuid */
            id: string;
            newLevel: components["schemas"]["Level"] | null;
            oldLevel: components["schemas"]["Level"] | null;
            oldNonLevel: components["schemas"]["NonLevelState"] | null;
            /** Format: date */
            openedOn: string;
            /** @description rules of that year */
            packId: string;
            /** @enum {string} */
            state: "OPENED" | "DECIDED" | "DISMISSED" | "CLOSED";
            subject: components["schemas"]["CaseSubject"];
            year: number;
        };
        Registered: {
            late: boolean;
            outstanding: number;
        };
        RegistrationBoard: {
            cycleId: string;
            dueAt: string | null;
            late: number;
            lines: components["schemas"]["RegistrationLine"][];
            missing: number;
            open: boolean;
            sums: {
                k: number;
                level: number;
            }[];
        };
        RegistrationLine: {
            achieved: {
                level: components["schemas"]["Level"] | null;
                nonLevel: ("NOT_RATED" | "EXEMPT" | "NOT_YET_RATED") | null;
            } | null;
            code: string;
            name: string;
            /** @description achieved minus registered rank: below zero is better than registered */
            ranksBelow: number | null;
            registered: {
                label: string | null;
                late: boolean;
                level: components["schemas"]["Level"];
                note: string | null;
                /** Format: date */
                on: string;
            } | null;
            role: string;
        };
        RegistrationRequest: {
            /**
             * @description in the words of the organisation
             * @default null
             */
            label: string | null;
            /** @description rank aimed at */
            level: components["schemas"]["Level"];
            /** @default null */
            note: string | null;
        };
        ReliefRequest: {
            /** @enum {string} */
            body: "PARTY_COMMITTEE" | "STANDING_COMMITTEE" | "CELL_COMMITTEE" | "MEMBERS_MEETING" | "INSPECTION_COMMISSION" | "ADVISORY_BODY";
            /** @description number and symbol of the decision */
            decision: string;
            /** @description title or file of the document */
            document?: string;
            /**
             * Format: date
             * @description first day on which the new state holds; today at the latest
             */
            effectiveOn: string;
            /** @description code of an organisation */
            organisation: string;
            /** @enum {string} */
            post: "SECRETARY" | "DEPUTY_SECRETARY" | "STANDING_MEMBER" | "COMMITTEE_MEMBER" | "COMMISSION_CHAIR" | "COMMISSION_MEMBER" | "OFFICER";
            reason: string;
        };
        Resolution: {
            /** Format: date */
            adoptedOn: string;
            document: string | null;
            fromYear: number;
            /** Format: uuid */
            id: string;
            number: string;
            reason: string | null;
            replaces: string | null;
            /** Format: uuid */
            superiorId: string;
            targets: components["schemas"]["Target"][];
            title: string;
            toYear: number;
        };
        ResolutionRequest: {
            /**
             * Format: date
             * @description day in Asia/Ho_Chi_Minh
             */
            adoptedOn: string;
            /** @default null */
            document: string | null;
            fromYear: number;
            number: string;
            /** @default null */
            reason: string | null;
            /**
             * @description the resolution in force that this one corrects
             * @default null
             */
            replaces: string | null;
            targets: {
                code: string;
                /** @default 2 */
                decimals: number;
                fromYear: number;
                /** @default null */
                label: string | null;
                /** @enum {string} */
                mark: "V" | "V/S" | "S" | "I" | "M" | "UNKNOWN";
                /** @default null */
                note: string | null;
                /** @enum {string} */
                operator: ">" | ">=" | "=" | "<=" | "between" | "none";
                /**
                 * @description pack whose label it is; null: the rank itself is meant
                 * @default null
                 */
                packOfLabel: string | null;
                /** @enum {string} */
                period: "YEAR" | "MID_YEAR" | "TERM";
                /** @description the first is the chosen one; a word such as "trong đó" has two */
                readings: [
                    {
                        /** @default null */
                        denominator: components["schemas"]["TargetSet"] | null;
                        id: string;
                        /** @enum {string} */
                        mark: "V" | "V/S" | "S" | "I" | "M" | "UNKNOWN";
                        note?: string;
                        numerator: components["schemas"]["TargetSet"];
                    }
                ];
                toYear: number;
                /** @enum {string} */
                unit: "PERCENT" | "COUNT";
                /** @default null */
                upper: {
                    den: number;
                    num: number;
                } | null;
                /** @default null */
                value: {
                    den: number;
                    num: number;
                } | null;
                /** @description as written */
                wording: string;
            }[];
            title: string;
            toYear: number;
        };
        ReturnPaperRequest: {
            reason: string;
        };
        Review: {
            /** @description in the order to show; what is outside the role of the reader is absent */
            allowedActions: components["schemas"]["AllowedAction"][];
            ceiling: components["schemas"]["Level"] | null;
            cycleId: string;
            decider: components["schemas"]["OrganisationRef"];
            decisions: components["schemas"]["ReviewDecision"][];
            duty: string;
            dutyClause: string | null;
            /** @description the proof as sentences, each step before those it rests on */
            explanation: components["schemas"]["ExplainedNode"][];
            /** Format: uuid */
            id: string;
            isHead: boolean;
            levels: components["schemas"]["Levels"];
            nonLevel: components["schemas"]["NonLevelState"] | null;
            nonLevelClause: string | null;
            note: string | null;
            /** @description empty where they are not for this reader */
            opinions: components["schemas"]["Opinion"][];
            organisation: components["schemas"]["OrganisationRef"];
            /** @description null: not begun, or not for this reader */
            paper: components["schemas"]["Paper"] | null;
            paperOfYearBefore: components["schemas"]["Paper"] | null;
            paperVisible: boolean;
            proof: unknown;
            ratingYear: number;
            simulated: boolean;
            /** @enum {string} */
            state: "NOT_STARTED" | "SELF_REVIEW_DRAFT" | "SELF_REVIEW_SUBMITTED" | "OPINIONS_PENDING" | "READY" | "WAITING_ABSENT" | "REVIEWED_PARTLY" | "REVIEWED" | "PROPOSED" | "VERIFIED" | "DECIDED" | "NOTIFIED" | "UNDER_APPEAL" | "REOPENED" | "CLOSED" | "NOT_RATED" | "EXEMPT" | "NOT_YET_RATED" | "TRANSFERRED_OUT" | "LEFT_PARTY" | "CANCELLED" | "REPORT_DRAFT" | "SELF_RATED" | "UNDER_REEXAMINATION" | "NOT_RATED_NEW" | "WAITING_SUBORDINATES" | "SUBMITTED" | "VERIFYING" | "QUOTA_CHECK" | "BALLOTED";
            steps: components["schemas"]["Step"][];
            subject: {
                code: string;
                /** Format: uuid */
                id: string;
                name: string;
            };
            subjectKind: components["schemas"]["SubjectKind"];
            /** Format: date */
            today: string;
            unit: components["schemas"]["OrganisationRef"] | null;
            version: number;
            votes: components["schemas"]["ReviewVote"][];
            years: components["schemas"]["YearResult"][];
        };
        ReviewDecision: {
            /** Format: date */
            decidedOn: string;
            /** Format: uuid */
            decisionId: string;
            kind: string;
            level: components["schemas"]["Level"] | null;
            nonLevel: components["schemas"]["NonLevelState"] | null;
            number: string;
            organisation: components["schemas"]["OrganisationName"];
            reason: string | null;
            verdict: components["schemas"]["Level"] | null;
        };
        ReviewSummary: {
            ceiling: components["schemas"]["Level"] | null;
            /** Format: uuid */
            id: string;
            isHead: boolean;
            levels: components["schemas"]["Levels"];
            nonLevel: components["schemas"]["NonLevelState"] | null;
            nonLevelClause: string | null;
            /** @enum {string} */
            state: "NOT_STARTED" | "SELF_REVIEW_DRAFT" | "SELF_REVIEW_SUBMITTED" | "OPINIONS_PENDING" | "READY" | "WAITING_ABSENT" | "REVIEWED_PARTLY" | "REVIEWED" | "PROPOSED" | "VERIFIED" | "DECIDED" | "NOTIFIED" | "UNDER_APPEAL" | "REOPENED" | "CLOSED" | "NOT_RATED" | "EXEMPT" | "NOT_YET_RATED" | "TRANSFERRED_OUT" | "LEFT_PARTY" | "CANCELLED" | "REPORT_DRAFT" | "SELF_RATED" | "UNDER_REEXAMINATION" | "NOT_RATED_NEW" | "WAITING_SUBORDINATES" | "SUBMITTED" | "VERIFYING" | "QUOTA_CHECK" | "BALLOTED";
            subjectKind: components["schemas"]["SubjectKind"];
            version: number;
        };
        ReviewVote: {
            /** Format: uuid */
            ballotId: string;
            blank: number;
            countedBody: number | null;
            /** Format: date */
            heldOn: string;
            invalid: number;
            kind: string;
            /** Format: uuid */
            meetingId: string;
            organisation: components["schemas"]["OrganisationName"];
            proof: unknown;
            /** @description null: no level has the majority */
            verdict: components["schemas"]["Level"] | null;
            /** @description by level, the best first */
            votes: number[];
        };
        RuleFile: {
            /** @description published, or drafted */
            at: string | null;
            content: unknown;
            document: string | null;
            /** @description rating pack that only names labels of past years: nothing can be rated by it */
            historyOnly: boolean;
            id: string;
            inForceFrom: string | null;
            /** @enum {string} */
            kind: "rating-pack" | "level-equivalence" | "voting-rules" | "commendation-rules" | "money-rules" | "document-format" | "calendar" | "settings";
            /** @description no later version is in force */
            newest: boolean;
            period: ("YEAR" | "QUARTER") | null;
            ratingYears: {
                from: number;
                to: number | null;
            } | null;
            reason: string | null;
            sha256: string;
            /** @enum {string} */
            state: "SHIPPED" | "DRAFT" | "PUBLISHED";
            title: string;
            /** @description values that are not confirmed */
            unconfirmed: number;
            unconfirmedValues: {
                path: string;
                source: string;
            }[];
            version: number;
        };
        RuleFileChanges: {
            from: {
                id: string;
                version: number;
            };
            items: {
                /** @enum {string} */
                change: "ADDED" | "REMOVED" | "CHANGED";
                new: {
                    /** @enum {string} */
                    mark?: "V" | "V/S" | "S" | "I" | "M" | "UNKNOWN";
                    source?: string;
                    value: unknown;
                } | null;
                old: {
                    /** @enum {string} */
                    mark?: "V" | "V/S" | "S" | "I" | "M" | "UNKNOWN";
                    source?: string;
                    value: unknown;
                } | null;
                path: string;
            }[];
            to: {
                id: string;
                version: number;
            };
        };
        RuleFileDraftRequest: {
            /** @description YAML or JSON */
            text: string;
        };
        RuleFileExplanation: {
            id: string;
            sections: {
                clauses: {
                    carriedFrom?: string;
                    /** @enum {string} */
                    mark: "V" | "V/S" | "S" | "I" | "M" | "UNKNOWN";
                    note?: string;
                    path: string;
                    source: string;
                    /** @description Vietnamese */
                    text: string;
                }[];
                heading: string;
            }[];
            title: string;
            version: number;
        };
        RuleFileList: {
            items: components["schemas"]["RuleFileSummary"][];
        };
        RuleFilePin: {
            id: string;
            sha256: string;
            version: number;
        };
        RuleFilePublishRequest: {
            /** @description number of the document that orders the change */
            document: string;
            reason: string;
            /** @description of the draft that was read */
            sha256: string;
            version: number;
        };
        RuleFileSummary: {
            /** @description published, or drafted */
            at: string | null;
            document: string | null;
            /** @description rating pack that only names labels of past years: nothing can be rated by it */
            historyOnly: boolean;
            id: string;
            inForceFrom: string | null;
            /** @enum {string} */
            kind: "rating-pack" | "level-equivalence" | "voting-rules" | "commendation-rules" | "money-rules" | "document-format" | "calendar" | "settings";
            /** @description no later version is in force */
            newest: boolean;
            period: ("YEAR" | "QUARTER") | null;
            ratingYears: {
                from: number;
                to: number | null;
            } | null;
            reason: string | null;
            sha256: string;
            /** @enum {string} */
            state: "SHIPPED" | "DRAFT" | "PUBLISHED";
            title: string;
            /** @description values that are not confirmed */
            unconfirmed: number;
            version: number;
        };
        RuleFileTrial: {
            /** @description decided levels that the tried rules would not allow */
            aboveCeiling: number;
            changed: {
                items: {
                    after: number;
                    before: number;
                    decided: number | null;
                    /** Format: uuid */
                    reviewId: string;
                    /** Format: uuid */
                    subjectId: string;
                    subjectKind: components["schemas"]["SubjectKind"];
                }[];
                /** @description cursor of the next page; null after the last */
                next: string | null;
            };
            changedTotal: number;
            counts: {
                COLLECTIVE: {
                    /** @description subjects by best level that the rules allow; NONE: no level */
                    after: {
                        [key: string]: number;
                    };
                    /** @description subjects by best level that the rules allow; NONE: no level */
                    before: {
                        [key: string]: number;
                    };
                };
                MEMBER: {
                    /** @description subjects by best level that the rules allow; NONE: no level */
                    after: {
                        [key: string]: number;
                    };
                    /** @description subjects by best level that the rules allow; NONE: no level */
                    before: {
                        [key: string]: number;
                    };
                };
                ORGANISATION: {
                    /** @description subjects by best level that the rules allow; NONE: no level */
                    after: {
                        [key: string]: number;
                    };
                    /** @description subjects by best level that the rules allow; NONE: no level */
                    before: {
                        [key: string]: number;
                    };
                };
            };
            /** @description states that stay as the cycle froze them */
            nonLevelStates: components["schemas"]["NonLevelState"][];
        };
        RuleFileTryRequest: {
            /** @description opaque; `next` of the page before */
            cursor?: string;
            /** @description {superior}.{period} */
            cycleId: string;
            /**
             * @description rows on a page
             * @default 50
             */
            limit: number;
            version: number;
        };
        SavedPaper: {
            /** Format: date-time */
            savedAt: string;
            version: number;
        };
        ScaledNumber: {
            decimals: number;
            /** @description whole number of 10^-decimals */
            scaled: number;
        };
        Session: {
            account: {
                hasPassword: boolean;
                /** Format: uuid */
                id: string;
                login: string;
            };
            capacities: components["schemas"]["Capacity"][];
            csrfToken: string;
            /** Format: date-time */
            expiresAt: string;
            member: {
                code: string;
                fullName: string;
                /** Format: uuid */
                id: string;
            } | null;
        };
        SettingsFile: {
            id: string;
            /** @enum {string} */
            kind: "settings";
            sources: {
                document: string;
                issuedOn?: string | null;
                /** @enum {string} */
                mark: "V" | "V/S" | "S" | "I" | "M" | "UNKNOWN";
                note?: string;
            }[];
            title: string;
            values: {
                [key: string]: {
                    carriedFrom?: string;
                    /** @enum {string} */
                    mark: "V" | "V/S" | "S" | "I" | "M" | "UNKNOWN";
                    note?: string;
                    source: string;
                    value: components["schemas"]["__schema0"];
                };
            };
            version: number;
        };
        SignatureRequest: {
            /** @description of the text that was read */
            contentHash: string;
        };
        SignedMinutes: {
            roles: ("CHAIR" | "MINUTE_TAKER" | "HEAD_TELLER")[];
            version: number;
        };
        SimulatedRow: {
            because: {
                clause: string;
                gate: string;
                label: string;
                /** @description true: a condition of a better level that is not met; false: one that applies and holds the level down */
                requires: boolean;
            }[];
            level: components["schemas"]["Level"];
            /** @description where it is reviewed */
            organisation: components["schemas"]["OrganisationName"];
            /** Format: uuid */
            reviewId: string;
            simulated: components["schemas"]["Level"];
            subject: {
                code: string;
                name: string;
            };
            subjectKind: components["schemas"]["SubjectKind"];
            /** @description gates that could not be asked: the level may be lower still */
            unknown: number;
        };
        Simulation: {
            cycleId: string;
            /**
             * @description whether this reader sees bodies and people, or counts alone
             * @enum {string}
             */
            detail: "SUBJECTS" | "COUNTS";
            kinds: {
                shift: components["schemas"]["LevelShift"];
                subjectKind: components["schemas"]["SubjectKind"];
                unknown: number;
            }[];
            /** @description words of the pack tried */
            labels: {
                key: string;
                label: string;
                short: string | null;
                subjectKind: components["schemas"]["SubjectKind"];
            }[];
            /** @description rows beyond those */
            more: number;
            pack: string;
            ratingYear: number;
            /** @description subjects whose level differs, at most 1000 */
            rows: components["schemas"]["SimulatedRow"][];
            tried: string;
            units: {
                code: string;
                members: components["schemas"]["LevelShift"];
                name: string;
                organisation: {
                    level: components["schemas"]["Level"];
                    simulated: components["schemas"]["Level"];
                } | null;
            }[];
        };
        Step: {
            closeAt: string | null;
            closeCause: string | null;
            closedAt: string | null;
            dueAt: string | null;
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: date-time */
            openedAt: string;
            outstanding: number;
            overdue: boolean;
            refId: string | null;
            round: number;
            /** @enum {string} */
            state: "OPEN" | "CLOSED";
            total: number;
        };
        /** @enum {string} */
        SubjectKind: "MEMBER" | "COLLECTIVE" | "ORGANISATION";
        Submission: {
            /** Format: uuid */
            id: string;
            returnedAt: string | null;
            returnedReason: string | null;
            round: number;
            /** @enum {string} */
            state: "DRAFT" | "SUBMITTED" | "RETURNED" | "ACCEPTED" | "WITHDRAWN";
            /** Format: date-time */
            submittedAt: string;
            summary: {
                [key: string]: unknown;
            };
            to: components["schemas"]["OrganisationName"];
        };
        SubmissionRequest: {
            /**
             * Format: uuid
             * @description the late review of this member; absent: the result of the unit
             */
            reviewId?: string;
        };
        SubmittedPaper: {
            late: boolean;
            /** @description papers still missing in the step */
            outstanding: number;
            /** Format: uuid */
            reviewId: string;
            state: string;
            /** Format: date-time */
            submittedAt: string;
            version: number;
        };
        Target: {
            code: string;
            /** @default 2 */
            decimals: number;
            fromYear: number;
            /** Format: uuid */
            id: string;
            /** @default null */
            label: string | null;
            /** @enum {string} */
            mark: "V" | "V/S" | "S" | "I" | "M" | "UNKNOWN";
            /** @default null */
            note: string | null;
            /** @enum {string} */
            operator: ">" | ">=" | "=" | "<=" | "between" | "none";
            ordinal: number;
            /**
             * @description pack whose label it is; null: the rank itself is meant
             * @default null
             */
            packOfLabel: string | null;
            /** @enum {string} */
            period: "YEAR" | "MID_YEAR" | "TERM";
            /** @description the first is the chosen one; a word such as "trong đó" has two */
            readings: [
                {
                    /** @default null */
                    denominator: components["schemas"]["TargetSet"] | null;
                    id: string;
                    /** @enum {string} */
                    mark: "V" | "V/S" | "S" | "I" | "M" | "UNKNOWN";
                    note?: string;
                    numerator: components["schemas"]["TargetSet"];
                }
            ];
            toYear: number;
            /** @enum {string} */
            unit: "PERCENT" | "COUNT";
            /** @default null */
            upper: {
                den: number;
                num: number;
            } | null;
            /** @default null */
            value: {
                den: number;
                num: number;
            } | null;
            /** @description as written */
            wording: string;
        };
        TargetBook: {
            mappings: {
                /** @default null */
                document: string | null;
                /** Format: uuid */
                id: string;
                packOfLabel: string;
                rank: components["schemas"]["Level"];
                reason: string;
                /**
                 * @description null: every other ladder
                 * @default null
                 */
                resultPack: string | null;
                /** @enum {string} */
                subject: "MEMBER" | "ORGANISATION";
                /** @default null */
                title: string | null;
                toOrBetter: boolean;
                toRank: components["schemas"]["Level"];
            }[];
            resolutions: components["schemas"]["Resolution"][];
        };
        TargetMappingRequest: {
            /** @default null */
            document: string | null;
            packOfLabel: string;
            rank: components["schemas"]["Level"];
            reason: string;
            /**
             * @description null: every other ladder
             * @default null
             */
            resultPack: string | null;
            /** @enum {string} */
            subject: "MEMBER" | "ORGANISATION";
            /** @default null */
            title: string | null;
            toOrBetter: boolean;
            toRank: components["schemas"]["Level"];
        };
        TargetOutcome: {
            /** @description readings lead to different verdicts */
            ambiguous: boolean;
            difference: {
                decimals: number;
                scaled: number;
                /** @enum {string} */
                unit: "POINTS" | "PERCENT_OF_TARGET";
            } | null;
            k: number | null;
            n: number | null;
            percent: components["schemas"]["ScaledNumber"] | null;
            reading: string;
            readings: {
                difference: {
                    decimals: number;
                    scaled: number;
                    /** @enum {string} */
                    unit: "POINTS" | "PERCENT_OF_TARGET";
                } | null;
                k: number | null;
                n: number | null;
                percent: components["schemas"]["ScaledNumber"] | null;
                reading: string;
                /** @description null: not all that is needed is known */
                verdict: ("EXCEEDED" | "MET" | "NOT_MET" | "AT_RISK" | "NOT_COMPARABLE") | null;
            }[];
            /** @description null: not all that is needed is known */
            verdict: ("EXCEEDED" | "MET" | "NOT_MET" | "AT_RISK" | "NOT_COMPARABLE") | null;
        };
        TargetOutlook: {
            lastYear: components["schemas"]["TargetOutcome"] | null;
            outlook: components["schemas"]["TargetOutlookArithmetic"] | null;
            target: components["schemas"]["Target"];
            /** @description null: not all that is needed is known */
            verdict: ("EXCEEDED" | "MET" | "NOT_MET" | "AT_RISK" | "NOT_COMPARABLE") | null;
        };
        TargetOutlookArithmetic: {
            base: number | null;
            failedSoFar: number;
            inDoubt: number;
            mayFail: number | null;
            missedLastYear: boolean | null;
            needed: number;
            possible: number | null;
            reasons: string[];
            /** @description null: not all that is needed is known */
            verdict: ("EXCEEDED" | "MET" | "NOT_MET" | "AT_RISK" | "NOT_COMPARABLE") | null;
        };
        TargetReport: {
            /** @description lines that contradict each other or the quota, kept as published */
            conflicts: ({
                kind: string;
                targets: string[];
            } & {
                [key: string]: unknown;
            })[];
            groups: {
                base: number;
                levels: {
                    k: number;
                    level: number;
                    orBetter: number;
                    orBetterPercent: components["schemas"]["ScaledNumber"] | null;
                    percent: components["schemas"]["ScaledNumber"] | null;
                }[];
                /** @description by category; shares are never adjusted to 100 */
                rest: {
                    k: number;
                    key: string;
                }[];
                /** @enum {string} */
                subject: "ORGANISATION" | "MEMBER";
            }[];
            lines: {
                /** @description how the label reads in the ladder of the year; null where no level is meant */
                label: unknown;
                outcome: components["schemas"]["TargetOutcome"];
                resolution: {
                    /** Format: date */
                    adoptedOn: string;
                    /** Format: uuid */
                    id: string;
                    number: string;
                    title: string;
                };
                target: components["schemas"]["Target"];
                term: {
                    cumulative: number | null;
                    gaps: number[];
                    /** @description null: not all that is needed is known */
                    verdict: ("EXCEEDED" | "MET" | "NOT_MET" | "AT_RISK" | "NOT_COMPARABLE") | null;
                    years: {
                        count: number | null;
                        cumulative: number | null;
                        year: number;
                    }[];
                } | null;
            }[];
            /** @description null: the pack of the year is open */
            packId: string | null;
            simulated: boolean;
            year: number;
        };
        TargetSet: {
            /** @enum {string} */
            base: "ALL" | "RATED";
            /** @enum {string} */
            kind: "SUBJECTS";
            level?: {
                orBetter: boolean;
                rank: components["schemas"]["Level"];
                title?: string;
            };
            roles?: ("PROVINCIAL_ORG" | "SUPERIOR_ORG" | "GRASSROOTS_COMMITTEE_ORG" | "GRASSROOTS_CELL" | "SUBCOMMITTEE_ORG" | "SUBORDINATE_CELL")[];
            /** @enum {string} */
            subject: "ORGANISATION" | "MEMBER";
        } | {
            /** @enum {string} */
            count: "TURNS" | "SUBJECTS";
            /** @enum {string} */
            kind: "WORK";
            /** @enum {string} */
            state?: "PLANNED" | "DONE";
            /** @enum {string} */
            subject?: "ORGANISATION" | "MEMBER";
            work: components["schemas"]["WorkKind"];
        } | {
            key: string;
            /** @enum {string} */
            kind: "FIGURE";
        };
        Task: {
            /** @description in the order to show; what is outside the role of the reader is absent */
            allowedActions: components["schemas"]["AllowedAction"][];
            bodyKind: string | null;
            claimedBy: components["schemas"]["Person"] | null;
            closeAt: string | null;
            cycleId: string | null;
            doneAt: string | null;
            doneBy: components["schemas"]["Person"] | null;
            dueAt: string | null;
            facts: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            heading: "NOW" | "OVERDUE" | "WEEK" | "LATER" | "NONE";
            /** @enum {string} */
            holder: "PERSONAL" | "POST";
            /** @description resource of the API behind the task */
            href: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "WRITE_SELF_REVIEW" | "CHECK_SELF_REVIEWS" | "GIVE_OPINION" | "WRITE_COLLECTIVE_REVIEW" | "CONVENE_MEETING" | "RUN_MEETING" | "REVIEW_ABSENT" | "ENTER_PAPER_COUNT" | "SIGN_MINUTES" | "SUBMIT_RESULT" | "SUBMIT_DOSSIER" | "ANSWER_RETURN" | "VERIFY_DOSSIER" | "ISSUE_DECISION" | "NOMINATE" | "ACKNOWLEDGE_RESULT" | "REGISTER_LEVEL" | "CONCLUDE_MID_YEAR" | "CORRECT_LATE_WORK" | "COUNT_COMMENDATION" | "COUNT_PERSON_BALLOT" | "HANDLE_APPEAL" | "VERIFY_APPEAL" | "HANDLE_REEVALUATION" | "HANDLE_ESCALATION";
            live: boolean;
            /** Format: date-time */
            openedAt: string;
            organisation: components["schemas"]["OrganisationName"];
            postKinds: string[];
            ratingYear: number | null;
            refId: string | null;
            /** @enum {string} */
            state: "OPEN" | "CLAIMED" | "DONE" | "CANCELLED" | "EXPIRED";
            stepId: string | null;
            subject: {
                code: string;
                kind: components["schemas"]["SubjectKind"];
                name: string;
            } | null;
            /** @description what the task opens; a unit by its code */
            target: {
                id: string;
                /** @enum {string} */
                kind: "REVIEW" | "MEETING" | "BALLOT" | "UNIT" | "CYCLE" | "APPEAL" | "REEVALUATION";
                meetingId: string | null;
            };
            /**
             * Format: date
             * @description date of its cycle
             */
            today: string;
            version: number;
            /** @description people who wait for this */
            waitingCount: number;
            /** @description 0: due today; negative: overdue */
            workingDaysLeft: number | null;
        };
        TaskPage: {
            /** Format: date-time */
            asOf: string;
            counts: {
                /** @description figures that reach it are not exact */
                atLeast: number | null;
                body: number;
                live: number;
                mine: number;
                overdue: number;
            };
            items: components["schemas"]["Task"][];
            /** @description cursor of the next page; null after the last */
            next: string | null;
            /** @description only with tab=upcoming */
            upcoming: components["schemas"]["UpcomingTask"][];
        };
        TransferRequest: {
            /** @description number and symbol of the decision */
            decision: string;
            /** @description title or file of the document */
            document?: string;
            /**
             * Format: date
             * @description first day on which the new state holds; today at the latest
             */
            effectiveOn: string;
            reason: string;
            /** @description receiving cell */
            to: string;
        };
        TreeChange: {
            /** @enum {string} */
            kind: "ESTABLISH";
            node: components["schemas"]["NewOrganisation"];
        } | {
            /** @enum {string} */
            kind: "MERGE";
            node: components["schemas"]["NewOrganisation"];
            predecessors: string[];
        } | {
            /** @enum {string} */
            kind: "ABSORB";
            predecessors: string[];
            /** @description code of an organisation */
            successor: string;
        } | {
            /** @description code of an organisation */
            code: string;
            /** @description true: the organisation goes on with what no part takes over */
            continues: boolean;
            /** @enum {string} */
            kind: "SPLIT";
            parts: {
                children: string[];
                members: string[];
                node: components["schemas"]["NewOrganisation"];
            }[];
        } | {
            /** @description code of an organisation */
            code: string;
            /** @enum {string} */
            kind: "RENAME";
            name: string;
        } | {
            /** @description code of an organisation */
            code: string;
            /** @enum {string} */
            kind: "MOVE";
            /** @description code of an organisation */
            parent: string;
        } | {
            /** @description code of an organisation */
            code: string;
            /** @enum {string} */
            kind: "CHANGE_ROLE";
            /** @description code of an organisation */
            parent?: string;
            /** @enum {string} */
            role: "PROVINCIAL_ORG" | "SUPERIOR_ORG" | "GRASSROOTS_COMMITTEE_ORG" | "GRASSROOTS_CELL" | "SUBCOMMITTEE_ORG" | "SUBORDINATE_CELL";
        } | {
            /** @description code of an organisation */
            code: string;
            /** @enum {string} */
            kind: "DISSOLVE";
        };
        TreeChangeAnswer: {
            began: string[];
            /** Format: uuid */
            changeId: string;
            /** @description what it means for cycles under way */
            cycles: components["schemas"]["CycleEffect"][];
            ended: string[];
            membersMoved: number;
            postsEnded: number;
            revised: string[];
        };
        TreeChangeRequest: {
            change: components["schemas"]["TreeChange"];
            /** @description number and symbol of the decision */
            decision: string;
            /** @description title or file of the document */
            document?: string;
            /** @description checks everything, tells the effect and writes nothing */
            dryRun?: boolean;
            /**
             * Format: date
             * @description first day on which the new state holds; today at the latest
             */
            effectiveOn: string;
            reason: string;
        };
        TreeChangeRow: {
            decision: string;
            document: string | null;
            /** Format: date */
            effectiveOn: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "ESTABLISH" | "MERGE" | "ABSORB" | "SPLIT" | "RENAME" | "MOVE" | "CHANGE_ROLE" | "DISSOLVE";
            /** @description those the decision is about, by their newest name */
            organisations: components["schemas"]["OrganisationRef"][];
            reason: string;
            /** Format: date-time */
            recordedAt: string;
        };
        UnitChild: {
            /** @description acts of the level above about this unit */
            allowedActions: components["schemas"]["AllowedAction"][];
            code: string;
            collectiveReview: components["schemas"]["ReviewSummary"] | null;
            lateSince: string | null;
            /** @description of its subtree */
            members: {
                decided: number;
                submitted: number;
                total: number;
            };
            name: string;
            /** Format: uuid */
            organisationId: string;
            organisationReview: components["schemas"]["ReviewSummary"] | null;
            phase: string;
            phaseAt: string | null;
            role: string;
            submission: {
                round: number;
                /** @enum {string} */
                state: "DRAFT" | "SUBMITTED" | "RETURNED" | "ACCEPTED" | "WITHDRAWN";
                /** Format: date-time */
                submittedAt: string;
            } | null;
        };
        UnitChildPage: {
            items: components["schemas"]["UnitChild"][];
            next: string | null;
        };
        UnitMember: {
            ceiling: components["schemas"]["Level"] | null;
            /** @description imported civil rating; null: unknown */
            civilLevel: unknown;
            /** @description what the pack's exemptions make of the member */
            duty: string;
            dutyClause: string | null;
            flags: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            isCivilServant: boolean;
            isHead: boolean;
            lastYear: components["schemas"]["LastYear"] | null;
            levels: components["schemas"]["Levels"];
            memberStatus: string;
            nonLevel: components["schemas"]["NonLevelState"] | null;
            nonLevelClause: string | null;
            opinions: {
                given: number;
                requested: number;
            };
            paper: {
                late: boolean;
                /** @enum {string} */
                state: "NONE" | "DRAFT" | "RETURNED" | "SUBMITTED";
                submittedAt: string | null;
            };
            person: components["schemas"]["Person"];
            /** @enum {string} */
            state: "NOT_STARTED" | "SELF_REVIEW_DRAFT" | "SELF_REVIEW_SUBMITTED" | "OPINIONS_PENDING" | "READY" | "WAITING_ABSENT" | "REVIEWED_PARTLY" | "REVIEWED" | "PROPOSED" | "VERIFIED" | "DECIDED" | "NOTIFIED" | "UNDER_APPEAL" | "REOPENED" | "CLOSED" | "NOT_RATED" | "EXEMPT" | "NOT_YET_RATED" | "TRANSFERRED_OUT" | "LEFT_PARTY" | "CANCELLED" | "REPORT_DRAFT" | "SELF_RATED" | "UNDER_REEXAMINATION" | "NOT_RATED_NEW" | "WAITING_SUBORDINATES" | "SUBMITTED" | "VERIFYING" | "QUOTA_CHECK" | "BALLOTED";
            subjectKind: components["schemas"]["SubjectKind"];
            version: number;
        };
        UnitMemberPage: {
            items: components["schemas"]["UnitMember"][];
            next: string | null;
        };
        UnitOverview: {
            /** @description in the order to show; what is outside the role of the reader is absent */
            allowedActions: components["schemas"]["AllowedAction"][];
            /** @description steps that something is missing in */
            blockers: {
                /** @enum {string} */
                code: "SELF_REVIEW" | "OPINIONS" | "COLLECTIVE_REPORT" | "MEETING" | "SUBMISSION" | "UNITS" | "VERIFICATION" | "DECISION" | "HEADS" | "COMMENDATION";
                count: number;
            }[];
            /** @description units below by phase */
            childPhases: {
                [key: string]: number;
            };
            /** @description first page; more under /children */
            children: components["schemas"]["UnitChildPage"];
            /** @enum {string} */
            clock: "REAL" | "DRIVEN";
            code: string;
            collectiveReview: components["schemas"]["ReviewSummary"] | null;
            cycleId: string;
            /** @enum {string} */
            cycleState: "OPENING" | "REGISTRATION" | "MID_YEAR" | "AWAITING_REVIEW" | "REVIEW" | "CLASSIFICATION" | "COMMENDATION" | "CLOSED" | "CANCELLED";
            decisions: components["schemas"]["DecisionSummary"][];
            hasCommittee: boolean;
            meetings: components["schemas"]["MeetingSummary"][];
            /** @description first page; more under /members */
            members: components["schemas"]["UnitMemberPage"];
            /** @description reviews of its own members by state */
            memberStates: {
                [key: string]: number;
            };
            name: string;
            /** Format: uuid */
            organisationId: string;
            organisationReview: components["schemas"]["ReviewSummary"] | null;
            path: components["schemas"]["OrganisationName"][];
            phase: string;
            phaseAt: string | null;
            quotaGroup: string | null;
            ratingYear: number;
            role: string;
            simulated: boolean;
            steps: components["schemas"]["Step"][];
            submission: components["schemas"]["Submission"] | null;
            /** Format: date */
            today: string;
            workflow: string | null;
            workflowId: string | null;
        };
        UpcomingTask: {
            cycleId: string;
            expectedOn: string | null;
            kind: string;
            organisation: components["schemas"]["OrganisationName"];
            waitsFor: {
                kind: string;
                outstanding: number;
            }[];
        };
        VerificationRequest: {
            /**
             * @description of its leading collective; absent: as self-rated
             * @default null
             */
            collectiveLevel: components["schemas"]["Level"] | null;
            level: components["schemas"]["Level"];
            /**
             * @description obligatory where the level differs from the self-assigned one
             * @default null
             */
            reason: string | null;
        };
        VerifiedDossier: {
            outstanding: number;
            state: string;
        };
        /** @enum {string} */
        WorkKind: "ADMISSION" | "INSPECTION" | "SUPERVISION" | "TRAINING" | "STUDY" | "TRANSFER" | "LEAVE" | "FIGURE" | "DISCIPLINE";
        WorkOfYear: {
            items: {
                /** @description kind of body that did the work; null: the records do not say */
                body: string | null;
                kind: components["schemas"]["WorkKind"];
                subjectKind: ("ORGANISATION" | "MEMBER") | null;
                /** @description distinct: the same one twice is two turns and one subject */
                subjects: number;
                turns: number;
            }[];
        };
        WorkRecord: {
            cancelledReason: string | null;
            decisionNumber: string | null;
            detail: string | null;
            document: string | null;
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["WorkKind"];
            note: string | null;
            /** Format: date */
            on: string;
            organisation: components["schemas"]["OrganisationName"];
            quantity: number;
            selfDetected: boolean;
            source: string;
            /** @enum {string} */
            state: "PLANNED" | "DONE";
            subject: {
                code: string;
                kind: string;
                name: string;
            } | null;
            to: string | null;
            unit: string | null;
        };
        WorkRecordRequest: {
            /** @default null */
            decisionNumber: string | null;
            /**
             * @description DISCIPLINE: REPRIMAND, WARNING, DISMISSAL, DISSOLUTION, EXPULSION; LEAVE: SICK, MATERNITY, STUDY, OTHER; INSPECTION: REGULAR, SIGNS_OF_VIOLATION; INSPECTION and SUPERVISION: the kind of body that did it (PARTY_COMMITTEE, STANDING_COMMITTEE, CELL_COMMITTEE, MEMBERS_MEETING, INSPECTION_COMMISSION, ADVISORY_BODY) or none; FIGURE: its key
             * @default null
             */
            detail: string | null;
            /** @default null */
            document: string | null;
            kind: components["schemas"]["WorkKind"];
            /** @default null */
            note: string | null;
            /**
             * Format: date
             * @description day in Asia/Ho_Chi_Minh
             */
            on: string;
            /**
             * @description turns, people or units
             * @default 1
             */
            quantity: number;
            /** @default false */
            selfDetected: boolean;
            /**
             * @default DONE
             * @enum {string}
             */
            state: "PLANNED" | "DONE";
            /**
             * @description code, inside the organisation that did the work
             * @default null
             */
            subject: string | null;
            /** @default null */
            subjectKind: ("ORGANISATION" | "MEMBER") | null;
            /** @default null */
            to: string | null;
            /** @default null */
            unit: string | null;
        };
        YearResult: {
            cancelledReason: string | null;
            decisionNumber: string | null;
            /** @description as then written */
            label: string | null;
            level: components["schemas"]["Level"] | null;
            nonLevel: components["schemas"]["NonLevelState"] | null;
            packId: string;
            source: string;
            state: string;
            titleOutstanding: boolean;
            year: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    accounts_issueActivationCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivationCodesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivationCode"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeals_list: {
        parameters: {
            query?: {
                box?: "mine" | "handled";
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealPage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeals_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appeal"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeals_admit: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeals_conclude: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealConclusionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeals_conflict: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealConflictRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeals_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealDecisionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeals_addEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedEvidence"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeals_forward: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForwardAppealRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeals_panel: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealPanelRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeals_reject: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealReasonRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeals_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_activate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivateRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_logout: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_password: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cycles_list: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CycleSummary"][];
                        /** @description cursor of the next page; null after the last */
                        next: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cycles_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCycleRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedCycle"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cycles_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cycle"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cycles_bodies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BodyStands"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cycles_moveClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedClock"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commendations_list: {
        parameters: {
            query?: {
                award?: string;
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
                state?: string;
                subjectKind?: components["schemas"]["SubjectKind"];
            };
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommendationCasePage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commendations_writeDossier: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                caseId: string;
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommendationDossierRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commendations_act: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommendationActRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commendations_chain: {
        parameters: {
            query: {
                /** @description code of the member or organisation */
                subject: string;
                subjectKind: components["schemas"]["SubjectKind"];
            };
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainExplanations"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commendations_nearMisses: {
        parameters: {
            query?: {
                award?: string;
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearMissPage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commendations_payments: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description number of the decision */
                decision?: string;
                /** @description rows on a page */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardPaymentPage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commendations_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommendationRevocationRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommendationRevocation"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commendations_openVote: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommendationVoteRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedCommendationVote"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commendations_vote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
                voteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommendationVote"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commendations_count: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description {superior}.{period} */
                id: string;
                voteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommendationCountRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommendationCountAnswer"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    year_midYear: {
        parameters: {
            query?: {
                /** @description day in Asia/Ho_Chi_Minh */
                on?: string;
            };
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MidYearBoard"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    year_concludeMidYear: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MidYearRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cycles_progress: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                late?: "true" | "false";
                /** @description rows on a page */
                limit?: number;
                /** @description code of an organisation */
                parent?: string;
                phase?: string;
                role?: string;
            };
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgressPage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decisions_quota: {
        parameters: {
            query?: {
                /** @description whose body decides; default: the superior */
                organisation?: string;
            };
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaHeadroom"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    year_registrations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationBoard"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    year_register: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of an organisation */
                code: string;
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reports_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CycleReport"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reports_commended: {
        parameters: {
            query?: {
                award?: string;
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
                /** @description several-years: awards that span more than one rating year */
                list?: "commended" | "several-years";
            };
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CommendedRow"][];
                        /** @description cursor of the next page; null after the last */
                        next: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    year_openReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenReviewRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cycles_rulesOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CycleRules"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    simulations_get: {
        parameters: {
            query: {
                /** @description rating pack to try */
                pack: string;
            };
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    year_targetReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetReport"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    units_overview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description code of an organisation */
                code: string;
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitOverview"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    units_children: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description code of an organisation */
                code: string;
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitChildPage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decisions_board: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
                /** @description code of an organisation */
                organisation?: string;
                /** @description part of a name, diacritics and case do not matter, or a code */
                q?: string;
                quotaGroup?: string;
                state?: string;
                subjectKind?: components["schemas"]["SubjectKind"];
            };
            header?: never;
            path: {
                /** @description code of an organisation */
                code: string;
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionBoard"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decisions_issue: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of an organisation */
                code: string;
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    units_convene: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of an organisation */
                code: string;
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConveneRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    units_members: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
                /** @description part of a name, diacritics and case do not matter, or a code */
                q?: string;
                state?: string;
            };
            header?: never;
            path: {
                /** @description code of an organisation */
                code: string;
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitMemberPage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    units_proceedWithout: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of an organisation */
                code: string;
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decisions_live: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description code of an organisation */
                code: string;
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveQuota"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decisions_whatIf: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of an organisation */
                code: string;
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuotaQuestion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaAnswer"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    units_returnResult: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of an organisation */
                code: string;
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    units_closeStep: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of an organisation */
                code: string;
                /** @description {superior}.{period} */
                id: string;
                stepId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    units_submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of an organisation */
                code: string;
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmissionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    year_work: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description {superior}.{period} */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOfYear"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decisions_get: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
            };
            header?: never;
            path: {
                decisionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    events_stream: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description server-sent events named `changed`, data {"topic": "tasks" | "notifications", "version": string} */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importBatches_list: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportBatch"][];
                        /** @description cursor of the next page; null after the last */
                        next: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importBatches_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportBatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportBatchAnswer"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importBatches_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportBatch"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importBatches_apply: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportApplyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportApplyAnswer"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importBatches_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importBatches_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportDecisionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDecisionAnswer"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importBatches_rows: {
        parameters: {
            query?: {
                class?: "ADDED" | "CHANGED" | "ENDED" | "UNCHANGED" | "CONFLICT" | "FAULTY";
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportBatchRow"][];
                        /** @description cursor of the next page; null after the last */
                        next: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    imports_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_list: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description {superior}.{period} */
                cycle?: string;
                from?: string;
                /** @description rows on a page */
                limit?: number;
                /** @description code of an organisation */
                organisation?: string;
                to?: string;
                type?: "account.activated" | "account.locked" | "account.password-changed" | "appeal.admitted" | "appeal.closed" | "appeal.concluded" | "appeal.conflict-declared" | "appeal.decided" | "appeal.evidence-added" | "appeal.evidence-closed" | "appeal.forwarded" | "appeal.lodged" | "appeal.panel-appointed" | "appeal.rejected" | "appeal.withdrawn" | "attendance.recorded" | "ballot.closed" | "ballot.opened" | "ballot.rerun" | "ballot.tallied" | "ballot.voided" | "body.ended" | "classification.decided" | "classification.notified" | "classification.proposed" | "collective-review.returned" | "collective-review.submitted" | "commendation.advanced" | "commendation.counted" | "commendation.decided" | "commendation.derived" | "commendation.dossier-changed" | "commendation.revoked" | "commendation.vote-opened" | "commendation.vote-tallied" | "cycle.clock-moved" | "cycle.closed" | "cycle.opened" | "cycle.phase-changed" | "deadline.escalated" | "deadline.reminded" | "decision.cancelled" | "decision.issued" | "dossier.returned" | "dossier.verified" | "import.recorded" | "late-review.closed" | "late-review.opened" | "meeting.adjourned" | "meeting.cancelled" | "meeting.closed" | "meeting.convened" | "meeting.opened" | "meeting.postponed" | "meeting.resumed" | "member.corrected" | "member.left" | "member.period-changed" | "member.post-changed" | "member.transferred" | "mid-year.concluded" | "mid-year.corrected" | "minutes.confirmed" | "minutes.drafted" | "minutes.returned" | "minutes.signed" | "opinion.given" | "organisation.changed" | "paper-count.confirmed" | "paper-count.entered" | "payload.erased" | "person-ballot.closed" | "person-ballot.counted" | "person-ballot.opened" | "person-ballot.planned" | "person-ballot.tallied" | "person-ballot.voided" | "quota.breach-accepted" | "quota.checked" | "reevaluation.closed" | "reevaluation.decided" | "reevaluation.dismissed" | "reevaluation.evidence-added" | "reevaluation.opened" | "registration.recorded" | "resolution.recorded" | "result.returned" | "result.submitted" | "review.changed" | "review.exempted" | "role.granted" | "role.revoked" | "rule-pack.published" | "self-review.returned" | "self-review.submitted" | "settings.pinned" | "snapshot.changed" | "snapshot.frozen" | "step.changed" | "step.closed" | "step.opened" | "step.planned" | "target.mapped" | "task.cancelled" | "task.claimed" | "task.completed" | "task.reassigned" | "task.released" | "work-record.cancelled" | "work-record.recorded" | "year.prepared";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogPage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    log_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                index: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogEntry"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnMeetings"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_room: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingRoom"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_adjourn: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingReasonRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_attendance: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendancePage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_recordAttendance: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttendanceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedAttendance"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_closeBallot: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                ballotId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_enterCount: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                ballotId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnteredCount"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_openBallot: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                ballotId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_rerunBallot: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                ballotId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BallotReasonRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_voidBallot: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                ballotId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BallotReasonRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_draftMinutes: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_returnMinutes: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingReasonRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_signMinutes: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignatureRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedMinutes"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    personBallots_plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonBallotRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedPersonBallot"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    personBallots_close: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                ballotId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedPersonBallot"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    personBallots_count: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                ballotId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonCountRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonCountAnswer"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    personBallots_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                ballotId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedPersonBallot"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    personBallots_void: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                ballotId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BallotReasonRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlannedPersonBallot"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_postpone: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostponeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetings_resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    organisations_member: {
        parameters: {
            query?: {
                /** @description the same as validOn */
                on?: string;
                /** @description as known at the end of this day; default: as held true now */
                recordedOn?: string;
                /** @description day the tree is read at; default today */
                validOn?: string;
            };
            header?: never;
            path: {
                /** @description code of a member */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memberChanges_correct: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of a member */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeId"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memberChanges_leave: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of a member */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeavingRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonChangeAnswer"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memberChanges_beginPeriod: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of a member */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeriodRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonChangeAnswer"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memberChanges_endPeriod: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of a member */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeriodEndRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonChangeAnswer"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memberChanges_appoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of a member */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointmentRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeId"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memberChanges_relieve: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of a member */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReliefRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeId"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memberChanges_timeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description code of a member */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberTimeline"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    memberChanges_transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of a member */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonChangeAnswer"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notifications_list: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
                unread?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notifications_markRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    organisationChanges_list: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
                /** @description only decisions about it or what is below it today */
                organisation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TreeChangeRow"][];
                        /** @description cursor of the next page; null after the last */
                        next: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    organisationChanges_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TreeChangeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TreeChangeAnswer"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    organisations_tops: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
                /** @description the same as validOn */
                on?: string;
                /** @description as known at the end of this day; default: as held true now */
                recordedOn?: string;
                /** @description day the tree is read at; default today */
                validOn?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrganisationRow"][];
                        /** @description cursor of the next page; null after the last */
                        next: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    organisations_get: {
        parameters: {
            query?: {
                /** @description the same as validOn */
                on?: string;
                /** @description as known at the end of this day; default: as held true now */
                recordedOn?: string;
                /** @description day the tree is read at; default today */
                validOn?: string;
            };
            header?: never;
            path: {
                /** @description code of an organisation */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    organisations_children: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
                /** @description the same as validOn */
                on?: string;
                /** @description as known at the end of this day; default: as held true now */
                recordedOn?: string;
                /** @description day the tree is read at; default today */
                validOn?: string;
            };
            header?: never;
            path: {
                /** @description code of an organisation */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrganisationRow"][];
                        /** @description cursor of the next page; null after the last */
                        next: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    organisationTime_lineage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description code of an organisation */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationLineage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    organisations_members: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
                /** @description the same as validOn */
                on?: string;
                /** @description as known at the end of this day; default: as held true now */
                recordedOn?: string;
                /** @description day the tree is read at; default today */
                validOn?: string;
            };
            header?: never;
            path: {
                /** @description code of an organisation */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MemberRow"][];
                        /** @description cursor of the next page; null after the last */
                        next: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    targets_readiness: {
        parameters: {
            query: {
                /** @description day in Asia/Ho_Chi_Minh */
                on?: string;
                pack?: string;
                settings?: string;
                year: number;
            };
            header?: never;
            path: {
                /** @description code of an organisation */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessReport"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    targets_resolutions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description code of an organisation */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetBook"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    targets_record: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of an organisation */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedResolution"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    targets_map: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of an organisation */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TargetMappingRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappedLabel"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    organisationTime_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description code of an organisation */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationVersion"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workRecords_list: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                kind?: components["schemas"]["WorkKind"];
                /** @description rows on a page */
                limit?: number;
                state?: "PLANNED" | "DONE";
                year?: number;
            };
            header?: never;
            path: {
                /** @description code of an organisation */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WorkRecord"][];
                        /** @description cursor of the next page; null after the last */
                        next: string | null;
                    };
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workRecords_record: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description code of an organisation */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkRecordRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedWork"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reevaluations_list: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReevaluationPage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reevaluations_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenReevaluationRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedReevaluation"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reevaluations_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reevaluation"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reevaluations_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReevaluationDecisionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reevaluations_dismiss: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealReasonRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandOutcome"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reevaluations_addEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedEvidence"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviews_own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnReviews"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviews_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appeals_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileAppealRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiledAppeal"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviews_giveOpinion: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpinionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenOpinion"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviews_paper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paper"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviews_savePaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaperRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedPaper"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviews_returnPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnPaperRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedReview"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviews_submitPaper: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmittedPaper"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviews_verify: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedDossier"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ruleFiles_list: {
        parameters: {
            query?: {
                kind?: "rating-pack" | "level-equivalence" | "voting-rules" | "commendation-rules" | "money-rules" | "document-format" | "calendar" | "settings";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleFileList"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ruleFiles_get: {
        parameters: {
            query?: {
                /** @description default: the newest published */
                version?: number;
            };
            header?: never;
            path: {
                /** @description id of a rule file */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleFile"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ruleFiles_changes: {
        parameters: {
            query?: {
                /** @description default: the same id */
                from?: string;
                /** @description default: the newest version before */
                fromVersion?: number;
                version?: number;
            };
            header?: never;
            path: {
                /** @description id of a rule file */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleFileChanges"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ruleFiles_explain: {
        parameters: {
            query?: {
                /** @description default: the newest published */
                version?: number;
            };
            header?: never;
            path: {
                /** @description id of a rule file */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleFileExplanation"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ruleFiles_publish: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description id of a rule file */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleFilePublishRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleFilePin"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ruleFiles_try: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                /** @description id of a rule file */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleFileTryRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleFileTrial"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ruleFiles_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleFileDraftRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleFile"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tasks_list: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description {superior}.{period} */
                cycle?: string;
                kind?: string;
                /** @description rows on a page */
                limit?: number;
                /** @description code of an organisation */
                organisation?: string;
                /** @description mine: what I can do; body: all of the bodies I serve; upcoming: what cannot start yet; done: the last 30 days */
                tab?: "mine" | "body" | "done" | "upcoming";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tasks_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tasks_claim: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tasks_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workRecords_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path: {
                recordId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelWorkRecordRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledWorkRecord"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
