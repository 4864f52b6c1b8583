package io.hourglass.chaos.intake;

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

    static Answer of(HttpResponse<String> response) {
        var status = response.statusCode();
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
}
