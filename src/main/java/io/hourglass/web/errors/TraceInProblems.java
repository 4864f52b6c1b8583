package io.hourglass.web.errors;

import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Says in each problem detail by which trace the call stands in the log. */
@RestControllerAdvice
class TraceInProblems implements ResponseBodyAdvice<Object> {

    private final ObjectProvider<Tracer> tracers;

    TraceInProblems(ObjectProvider<Tracer> tracers) {
        this.tracers = tracers;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var tracer = tracers.getIfAvailable();
        var span = tracer == null ? null : tracer.currentSpan();
        if (body instanceof ProblemDetail problem && span != null) {
            problem.setProperty("traceId", span.context().traceId());
        }
        return body;
    }
}
