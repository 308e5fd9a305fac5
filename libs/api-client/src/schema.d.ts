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
        };
        CommendationActRequest: {
            /** @enum {string} */
            act: "NOMINATE" | "OPEN_DOSSIER" | "SUBMIT" | "VERIFY" | "APPROVE" | "ISSUE" | "AWARD" | "DROP";
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
            form: string;
            /** Format: uuid */
            id: string;
            /** @description whole đồng as text; null where not confirmed */
            money: unknown;
            organisation: components["schemas"]["OrganisationRef"];
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
        };
        CommendationCasePage: {
            counts: {
                awardId: string;
                count: number;
                /** @enum {string} */
                state: "CANDIDATE" | "NOMINATED" | "DOSSIER_OPEN" | "SUBMITTED" | "VERIFIED" | "APPROVED" | "DECISION_ISSUED" | "AWARDED" | "DROPPED" | "REJECTED" | "REVOKED";
            }[];
            items: components["schemas"]["CommendationCase"][];
            next: string | null;
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
        CountRequest: {
            distributed: number;
            invalid: number;
            returned: number;
            rows: {
                blank: number;
                invalid: number;
                /** Format: uuid */
                reviewId: string;
                /** @description by level, the best first */
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
            state: "OPENING" | "REVIEW" | "CLASSIFICATION" | "COMMENDATION" | "CLOSED" | "CANCELLED";
            superior: components["schemas"]["OrganisationName"];
            /**
             * Format: date
             * @description the cycle's date, whatever the clock
             */
            today: string;
            units: number;
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
            state: "OPENING" | "REVIEW" | "CLASSIFICATION" | "COMMENDATION" | "CLOSED" | "CANCELLED";
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
            state: "OPENING" | "REVIEW" | "CLASSIFICATION" | "COMMENDATION" | "CLOSED" | "CANCELLED";
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
                column: "L1" | "L2" | "L3" | "L4" | "NOT_RATED" | "EXEMPT" | "NOT_YET_RATED" | "OPEN";
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
            };
            /** @description of the tables as understood */
            sha256: string;
        };
        ImportFile: {
            columns: string[];
            /** @enum {string} */
            kind: "organisations" | "members" | "memberships" | "periods" | "posts" | "history" | "facts";
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
        /** @description rank of a quality level, 1 the best; labels: rules of the cycle */
        Level: 1 | 2 | 3 | 4;
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
            type: "account.activated" | "account.locked" | "account.password-changed" | "appeal.decided" | "appeal.lodged" | "attendance.recorded" | "ballot.closed" | "ballot.opened" | "ballot.rerun" | "ballot.tallied" | "ballot.voided" | "classification.decided" | "classification.notified" | "classification.proposed" | "collective-review.returned" | "collective-review.submitted" | "commendation.advanced" | "commendation.decided" | "commendation.derived" | "cycle.clock-moved" | "cycle.closed" | "cycle.opened" | "cycle.phase-changed" | "deadline.escalated" | "deadline.reminded" | "decision.cancelled" | "decision.issued" | "dossier.returned" | "dossier.verified" | "import.recorded" | "late-review.closed" | "late-review.opened" | "meeting.adjourned" | "meeting.closed" | "meeting.convened" | "meeting.opened" | "meeting.postponed" | "member.left" | "member.transferred" | "minutes.confirmed" | "minutes.drafted" | "minutes.returned" | "minutes.signed" | "opinion.given" | "organisation.changed" | "paper-count.confirmed" | "paper-count.entered" | "payload.erased" | "quota.breach-accepted" | "quota.checked" | "result.returned" | "result.submitted" | "review.changed" | "review.exempted" | "role.granted" | "role.revoked" | "self-review.returned" | "self-review.submitted" | "settings.pinned" | "snapshot.frozen" | "step.changed" | "step.closed" | "step.opened" | "step.planned" | "task.cancelled" | "task.claimed" | "task.completed" | "task.reassigned" | "task.released";
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
                /** @description id of an installed rule file, `P2023` or `P2023@1` */
                commendation?: string;
                /** @description id of an installed rule file, `P2023` or `P2023@1` */
                documents?: string;
                /** @description id of an installed rule file, `P2023` or `P2023@1` */
                money?: string;
                /** @description id of an installed rule file, `P2023` or `P2023@1` */
                rating?: string;
                /** @description id of an installed rule file, `P2023` or `P2023@1` */
                voting?: string;
            };
            period: string;
            plan: {
                cellMeeting?: string | null;
                cellSubmission?: string | null;
                classification?: string | null;
                commendation?: string | null;
                heads?: string | null;
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
        OpenedCycle: {
            cycleId: string;
        };
        OpenedSession: {
            /** @description send it as X-CSRF-Token with every unsafe request */
            csrfToken: string;
            /** Format: date-time */
            expiresAt: string;
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
        Person: {
            code: string;
            fullName: string;
            /** Format: uuid */
            memberId: string;
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
            /** @description over everything the reader may see */
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
        ReasonRequest: {
            reason: string;
        };
        RecordedAttendance: {
            recorded: number;
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
        SavedPaper: {
            /** Format: date-time */
            savedAt: string;
            version: number;
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
            }[];
            level: components["schemas"]["Level"];
            /** @description code of where it is reviewed */
            organisation: string;
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
            kind: "WRITE_SELF_REVIEW" | "CHECK_SELF_REVIEWS" | "GIVE_OPINION" | "WRITE_COLLECTIVE_REVIEW" | "CONVENE_MEETING" | "RUN_MEETING" | "REVIEW_ABSENT" | "ENTER_PAPER_COUNT" | "SIGN_MINUTES" | "SUBMIT_RESULT" | "SUBMIT_DOSSIER" | "ANSWER_RETURN" | "VERIFY_DOSSIER" | "ISSUE_DECISION" | "NOMINATE" | "ACKNOWLEDGE_RESULT" | "HANDLE_ESCALATION";
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
                kind: "REVIEW" | "MEETING" | "BALLOT" | "UNIT" | "CYCLE";
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
            cycleState: "OPENING" | "REVIEW" | "CLASSIFICATION" | "COMMENDATION" | "CLOSED" | "CANCELLED";
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
                type?: "account.activated" | "account.locked" | "account.password-changed" | "appeal.decided" | "appeal.lodged" | "attendance.recorded" | "ballot.closed" | "ballot.opened" | "ballot.rerun" | "ballot.tallied" | "ballot.voided" | "classification.decided" | "classification.notified" | "classification.proposed" | "collective-review.returned" | "collective-review.submitted" | "commendation.advanced" | "commendation.decided" | "commendation.derived" | "cycle.clock-moved" | "cycle.closed" | "cycle.opened" | "cycle.phase-changed" | "deadline.escalated" | "deadline.reminded" | "decision.cancelled" | "decision.issued" | "dossier.returned" | "dossier.verified" | "import.recorded" | "late-review.closed" | "late-review.opened" | "meeting.adjourned" | "meeting.closed" | "meeting.convened" | "meeting.opened" | "meeting.postponed" | "member.left" | "member.transferred" | "minutes.confirmed" | "minutes.drafted" | "minutes.returned" | "minutes.signed" | "opinion.given" | "organisation.changed" | "paper-count.confirmed" | "paper-count.entered" | "payload.erased" | "quota.breach-accepted" | "quota.checked" | "result.returned" | "result.submitted" | "review.changed" | "review.exempted" | "role.granted" | "role.revoked" | "self-review.returned" | "self-review.submitted" | "settings.pinned" | "snapshot.frozen" | "step.changed" | "step.closed" | "step.opened" | "step.planned" | "task.cancelled" | "task.claimed" | "task.completed" | "task.reassigned" | "task.released";
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
    organisations_member: {
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
    organisations_get: {
        parameters: {
            query?: {
                /** @description date the tree is read at; default today */
                on?: string;
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
                /** @description day in Asia/Ho_Chi_Minh */
                on?: string;
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
    organisations_members: {
        parameters: {
            query?: {
                /** @description opaque; `next` of the page before */
                cursor?: string;
                /** @description rows on a page */
                limit?: number;
                /** @description day in Asia/Ho_Chi_Minh */
                on?: string;
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
}
