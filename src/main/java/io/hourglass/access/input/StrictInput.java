package io.hourglass.access.input;

import io.hourglass.access.pages.SentForm;
import io.hourglass.kernel.InvalidInput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Reads what the container reads leniently: of a query or form that is no UTF-8 in percent-encoding, or too long, it would
 * pass over a part in silence. Such a request is refused. A Content-Type that names no type counts as none.
 */
public final class StrictInput extends OncePerRequestFilter {

    /** Where Tomcat says that it has left out something of the query. */
    private static final String PASSED_OVER = "org.apache.catalina.parameter_parse_failed";

    private static final String WHY_PASSED_OVER = PASSED_OVER + "_reason";

    private final UnreadInput unread;

    public StrictInput(UnreadInput unread) {
        this.unread = unread;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Map<String, String[]> parameters;
        try {
            parameters = parameters(request);
        } catch (InvalidInput e) {
            unread.notReadable(request, response, e);
            return;
        } catch (MaxUploadSizeExceededException e) {
            unread.tooLong(request, response, e);
            return;
        } catch (IOException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SocketTimeoutException) {
                response.setHeader(HttpHeaders.CONNECTION, "close");
                unread.tooSlow(request, response);
                return;
            }
            throw e;
        }
        chain.doFilter(new Read(request, parameters), response);
    }

    /** Those of the query before those of the form, as the container has them. */
    private static Map<String, String[]> parameters(HttpServletRequest request) throws IOException {
        var query = request.getQueryString();
        if (query != null) {
            UrlEncoded.read("query", query);
        }
        var form = isForm(request) ? form(request) : Map.<String, String[]>of();
        var all = new LinkedHashMap<>(request.getParameterMap());
        if (isPassedOver(request)) {
            throw new InvalidInput("query", query, "of fewer parameters, each with a name");
        }
        form.forEach((name, values) -> all.merge(name, values, (before, further) -> Stream.of(before, further)
                .flatMap(Stream::of)
                .toArray(String[]::new)));
        return Collections.unmodifiableMap(all);
    }

    /** The form, which is read here, the container takes for too long where somebody asked it for a parameter before. */
    private static boolean isPassedOver(HttpServletRequest request) {
        return request.getAttribute(PASSED_OVER) != null
                && request.getAttribute(WHY_PASSED_OVER) != FailReason.POST_TOO_LARGE;
    }

    /** What is not taken as a whole is kept as far as it can be read, to be shown again. */
    private static Map<String, String[]> form(HttpServletRequest request) throws IOException {
        var body = new ByteArrayOutputStream();
        try {
            request.getInputStream().transferTo(body);
            var form = UrlEncoded.read("form", body.toString(StandardCharsets.ISO_8859_1));
            SentForm.keep(request, form);
            return form;
        } catch (InvalidInput | MaxUploadSizeExceededException | IOException e) {
            SentForm.keep(request, UrlEncoded.readable(body.toString(StandardCharsets.ISO_8859_1)));
            throw e;
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = typeOf(request);
        return HttpMethod.POST.matches(request.getMethod())
                && type != null
                && type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED);
    }

    /** Null if it names none, or all of a kind. */
    private static @Nullable MediaType typeOf(HttpServletRequest request) {
        try {
            var type = request.getContentType();
            var read = type == null ? null : MediaType.parseMediaType(type);
            return read == null || !read.isConcrete() ? null : read;
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    /** The request with the parameters that were read. */
    private static final class Read extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters;
        private final boolean typed;

        Read(HttpServletRequest request, Map<String, String[]> parameters) {
            super(request);
            this.parameters = parameters;
            this.typed = typeOf(request) != null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = parameters.get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = parameters.get(name);
            return values == null ? null : values.clone();
        }

        @Override
        public @Nullable String getContentType() {
            return typed ? super.getContentType() : null;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isLeftOut(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isLeftOut(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        private boolean isLeftOut(String header) {
            return !typed && HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(header);
        }
    }
}
