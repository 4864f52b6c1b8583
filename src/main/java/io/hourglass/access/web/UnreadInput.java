package io.hourglass.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers a request that is not read on: a call with a problem, a person's with a page. */
@Component
@ConditionalOnWebApplication
class UnreadInput {

    private static final long KILOBYTE = 1024;

    private final HandlerExceptionResolver problems;

    UnreadInput(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    /** @param why is what calls are told; a page is told its message, or the limit in kB */
    void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Exception why)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            problems.resolveException(request, response, null, why);
        } else {
            var about = why instanceof MaxUploadSizeExceededException tooLong
                    ? Long.toString(tooLong.getMaxUploadSize() / KILOBYTE)
                    : why.getMessage();
            response.sendError(status.value(), about);
        }
    }
}
