package io.hourglass.web.errors;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.access.pages.PageWanted;
import io.hourglass.access.pages.PlainPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What the container refuses before any of our code is asked is said as all else is: a page to people, a problem to programs. */
@Configuration
class UnreadRequests {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersToWhatCannotBeRead(
            ObjectProvider<ObjectMapper> json) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Answer(json)));
    }

    private static final class Answer extends ErrorReportValve {

        private static final Logger log = LoggerFactory.getLogger(UnreadRequests.class);
        private static final BrokenField BROKEN = new BrokenField(
                "request",
                null,
                "HTTP/1.1, with address and headers of at most 8 kB together, the address in percent-encoding without"
                        + " %00, the body plain or in chunks");

        /** How Tomcat says that it does not know the caller's transfer coding, or version of HTTP. */
        private static final Set<Integer> CALLERS_FAULTS = Set.of(501, 505);

        private final ObjectProvider<ObjectMapper> json;

        Answer(ObjectProvider<ObjectMapper> json) {
            this.json = json;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (CALLERS_FAULTS.contains(response.getStatus())) {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
            }
            var status = HttpStatus.resolve(response.getStatus());
            if (status == null
                    || !status.isError()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            try {
                write(request, response, status);
            } catch (IOException e) {
                log.debug("An answer could not be written: {}", e.toString());
            }
        }

        private void write(Request request, Response response, HttpStatus status) throws IOException {
            var page = request.getRequestURI() != null && PageWanted.by(request);
            response.setContentType(page ? "text/html;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            var body = page
                    ? PlainPage.saying(request, "BAD_INPUT", RuleWords.of(BROKEN, PlainPage.locale(request)))
                    : problem(status);
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        }

        private String problem(HttpStatus status) throws IOException {
            var problem = status == HttpStatus.BAD_REQUEST
                    ? Problems.broken(List.of(BROKEN))
                    : Problems.problem(
                            status, status.getReasonPhrase(), "The request is not read. Nothing has been changed.");
            return json.getObject().writeValueAsString(problem);
        }
    }
}
