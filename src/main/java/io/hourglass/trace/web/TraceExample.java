package io.hourglass.trace.web;

import io.hourglass.bpmn.InquiryNodes;

/** What the description of the API shows: an inquiry that was answered in time. */
final class TraceExample {

    static final String JSON =
            """
            {"asOf": "2026-03-02T06:30:05Z",
             "inquiry": {"id": "inq-1001", "buyer": "buyer-7", "supplier": "supplier-3", "channel": "WEB",
               "receivedAt": "2026-03-02T02:00:00Z", "recordedAt": "2026-03-02T02:00:01Z", "late": false,
               "day": "2026-03-02", "state": "TIMELY", "verdict": "TIMELY", "booksClosed": false,
               "messageIds": ["<1001@buyer.example>"], "carriedOverTo": []},
             "explanation": {
               "en": "The first counting reply (fact reply-501) came by the reply deadline, … Policy version 1.",
               "zh": "首个有效回复（事实 reply-501）在回复期限 … 之前到达，属及时回复。规则版本 1。"},
             "clocks": {"zone": "Asia/Shanghai",
               "received": {"utc": "2026-03-02T02:00:00Z", "local": "2026-03-02T10:00:00+08:00"},
               "replyDeadline": {"utc": "2026-03-05T02:00:00Z", "local": "2026-03-05T10:00:00+08:00"},
               "windowCloses": {"utc": "2026-03-05T02:00:00Z", "local": "2026-03-05T10:00:00+08:00"},
               "offerExpires": {"utc": "2026-03-19T02:00:00Z", "local": "2026-03-19T10:00:00+08:00"},
               "booksClose": {"utc": "2026-03-06T16:00:00Z", "local": "2026-03-07T00:00:00+08:00"}},
             "policy": {"version": 1, "authorKindsVersion": 1, "countingAuthors": ["HUMAN", "AI_ASSISTED"]},
             "facts": [{"id": "reply-501", "kind": "REPLIED", "author": "HUMAN", "actor": "li.wei",
               "channel": "INBOX", "occurredAt": "2026-03-02T06:30:00Z", "recordedAt": "2026-03-02T06:30:05Z",
               "delayMs": 5000, "late": false, "effect": "DECIDES", "text": "38 USD each."}],
             "timers": [],
             "decisions": [{"seq": 1, "state": "TIMELY", "rule": "ANSWERED_BY_DEADLINE",
               "decidingFact": "reply-501", "anchor": "inq-1001", "policyVersion": 1, "authorKindsVersion": 1,
               "cause": {"kind": "END_EVENT", "reference": \""""
                    + InquiryNodes.ANSWERED
                    + """
            "}, "bookedAt": "2026-03-02T06:30:05Z",
               "words": {"en": "…", "zh": "…"}}],
             "path": {"steps": [{"process": "inquiry", "node": \""""
                    + InquiryNodes.INQUIRY_RECEIVED
                    + """
            ", "name": "Inquiry received",
               "at": "2026-03-02T02:00:01Z", "takenAway": false, "knownBy": "RECORDED"}], "waitsAt": [], "suspended": false},
             "notices": [],
             "disputes": [],
             "numbers": {"counted": true, "firstOn": "2026-03-07", "lastOn": "2026-04-05"},
             "ledger": {"day": "2026-03-02", "root": "9c56…", "sealedAt": "2026-03-06T16:00:01Z",
               "proof": "/api/inquiries/inq-1001/proof"}}""";

    private TraceExample() {}
}
