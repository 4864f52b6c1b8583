package io.hourglass.chaos.intake;

import io.hourglass.chaos.plan.PlannedCall;
import io.hourglass.chat.judging.ChatFactKind;
import java.net.http.HttpResponse;

/** What an answer means to its sender. */
enum Answer {
    /** Kept, or known already; or kept although a rule refuses its effect. */
    ACKNOWLEDGED,
    /** Not now, or not here: the same is to be sent again. */
    AGAIN,
    /** Nothing that a correct program answers to what is sent here. */
    WRONG,
    /** As wrong; but what is sent may be lost, so that it is to be sent again. */
    BROKEN;

    boolean isSentAgain() {
        return this == AGAIN || this == BROKEN;
    }

    boolean isWrong() {
        return this == WRONG || this == BROKEN;
    }

    static Answer of(PlannedCall call, HttpResponse<String> response) {
        var status = response.statusCode();
        if (call.isBatch() && status == 200) {
            return ofBatch(response.body());
        }
        if (status == 404 && call.facts().get(0).kind() instanceof ChatFactKind kind && kind.isCorrection()) {
            return AGAIN; // it is there before what it corrects
        }
        if (status == 200 || status == 201) {
            return ACKNOWLEDGED;
        }
        if (status == 409) {
            return response.body().contains("\"refusal\":") ? ACKNOWLEDGED : WRONG;
        }
        if (status == 400) {
            return response.body().contains("in the future") ? AGAIN : WRONG; // that node's clock is behind
        }
        if (status == 429 || status == 503) {
            return AGAIN;
        }
        return status >= 500 ? BROKEN : WRONG;
    }

    /** Those of its messages that are known by then are known when it is sent again. */
    private static Answer ofBatch(String body) {
        if (!body.contains("\"REFUSED\"")) {
            return ACKNOWLEDGED;
        }
        return body.contains("in the future") ? AGAIN : WRONG; // as above
    }
}
