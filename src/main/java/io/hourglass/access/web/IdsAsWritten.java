package io.hourglass.access.web;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.hourglass.kernel.text.PathSegment;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Reads the ids in a path as {@link PathSegment} writes them, before ownership is checked. */
final class IdsAsWritten implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> sent
                && !sent.isEmpty()) {
            var read = sent.entrySet().stream()
                    .collect(toUnmodifiableMap(
                            Map.Entry::getKey, part -> PathSegment.read(String.valueOf(part.getValue()))));
            request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, read);
        }
        return true;
    }
}
