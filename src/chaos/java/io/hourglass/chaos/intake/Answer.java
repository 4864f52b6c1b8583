package io.hourglass.chaos.intake;

import java.net.http.HttpResponse;

/** What an answer means to its sender. */
enum Answer {
    /** Kept, or known already; or kept although a rule refuses its effect. */
    ACKNOWLEDGED,
    /** Not now, or not here: the same is to be sent again. */
    AGAIN,
    /** Nothing that a correct program answers to what is sent here. */
    WRONG;

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
        return status == 429 || status >= 500 ? AGAIN : WRONG;
    }
}
