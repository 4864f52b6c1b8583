package io.hourglass.access.input;

import io.hourglass.access.pages.PageWanted;
import io.hourglass.access.pages.RefusalPage;
import io.hourglass.access.pages.RefusalPage.Why;
import io.hourglass.kernel.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers a request that is not read on: a call with a problem, a person's with a page. */
@Component
@ConditionalOnWebApplication
public class UnreadInput {

    private static final long KILOBYTE = 1024;

    private final HandlerExceptionResolver problems;
    private final RefusalPage page;

    UnreadInput(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems, RefusalPage page) {
        this.problems = problems;
        this.page = page;
    }

    void notReadable(HttpServletRequest request, HttpServletResponse response, InvalidInput why) throws IOException {
        if (PageWanted.by(request)) {
            page.show(request, response, why);
        } else {
            problems.resolveException(request, response, null, why);
        }
    }

    void tooLong(HttpServletRequest request, HttpServletResponse response, MaxUploadSizeExceededException why)
            throws IOException {
        if (PageWanted.by(request)) {
            page.show(request, response, Why.TOO_LONG, Long.toString(why.getMaxUploadSize() / KILOBYTE));
        } else {
            problems.resolveException(request, response, null, why);
        }
    }

    void tooSlow(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (PageWanted.by(request)) {
            page.show(request, response, Why.TOO_SLOW, "");
        } else {
            response.setStatus(Why.TOO_SLOW.status().value());
        }
    }
}
