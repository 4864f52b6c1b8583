package io.hourglass.access.pages;

import io.hourglass.kernel.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Tells a person on a page why a request was refused, where no controller has seen it. */
public interface RefusalPage {

    /** Why; the page has words for each. */
    enum Why {
        /** Nobody is known. */
        SIGN_IN(HttpStatus.UNAUTHORIZED),
        /** Nobody is known any more, as it seems: a form came without the token of a session. */
        SESSION_OVER(HttpStatus.FORBIDDEN),
        /** Somebody is known, but the form was made for another session, or by another site. */
        OLD_FORM(HttpStatus.FORBIDDEN),
        FORBIDDEN(HttpStatus.FORBIDDEN),
        TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
        NOWHERE(HttpStatus.NOT_FOUND),
        /** The address is one, but not for this method or this form. */
        NOT_TAKEN(HttpStatus.METHOD_NOT_ALLOWED),
        BAD_ADDRESS(HttpStatus.BAD_REQUEST),
        BAD_INPUT(HttpStatus.BAD_REQUEST),
        TOO_LONG(HttpStatus.PAYLOAD_TOO_LARGE),
        TOO_SLOW(HttpStatus.REQUEST_TIMEOUT),
        LATER(HttpStatus.SERVICE_UNAVAILABLE),
        OUR_FAULT(HttpStatus.INTERNAL_SERVER_ERROR);

        private final HttpStatus status;

        Why(HttpStatus status) {
            this.status = status;
        }

        public HttpStatus status() {
            return status;
        }
    }

    /** @param about what the words name: seconds, a limit, a field; empty if they name nothing */
    void show(HttpServletRequest request, HttpServletResponse response, Why why, String about) throws IOException;

    /** The same of input that breaks a rule, whose field, value and rule it names in the reader's language if it can. */
    default void show(HttpServletRequest request, HttpServletResponse response, InvalidInput why) throws IOException {
        show(request, response, Why.BAD_INPUT, String.valueOf(why.getMessage()));
    }
}
