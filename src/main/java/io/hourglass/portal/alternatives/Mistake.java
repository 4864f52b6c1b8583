package io.hourglass.portal.alternatives;

import org.springframework.http.HttpStatus;

/** Why what the buyer sent was not done. */
enum Mistake {
    NONE_PICKED(HttpStatus.BAD_REQUEST),
    TOO_MANY(HttpStatus.BAD_REQUEST),
    NOT_OFFERED(HttpStatus.BAD_REQUEST),
    NO_CONSENT(HttpStatus.BAD_REQUEST),
    TAKES_NO_MORE(HttpStatus.BAD_REQUEST),
    NOT_ON_OFFER(HttpStatus.CONFLICT),
    NO_LONGER_OPEN(HttpStatus.CONFLICT);

    private final HttpStatus status;

    Mistake(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
