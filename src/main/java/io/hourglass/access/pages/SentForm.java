package io.hourglass.access.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;

/** What a form of a page held as it was sent, so that nothing typed is lost where it is not taken. */
public final class SentForm {

    private static final String KEPT = SentForm.class.getName();

    /** Several times the fields of any form of ours. */
    private static final int MAX = 200;

    private SentForm() {}

    /** @param value as it was sent; may be empty */
    public record Field(String name, String value) {}

    public static boolean isOne(HttpServletRequest request) {
        var type = request.getContentType();
        return HttpMethod.POST.matches(request.getMethod())
                && (type == null || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE));
    }

    /** For the time of the request, in which its body can be read once. */
    public static void keep(HttpServletRequest request, Map<String, String[]> form) {
        request.setAttribute(KEPT, form);
    }

    /**
     * In the order of the form; empty if it had none, or more than any form of ours, and if a page of another site sent it:
     * what others wrote is nothing that the reader typed.
     */
    public static List<Field> of(HttpServletRequest request) {
        if (!isOne(request) || "cross-site".equalsIgnoreCase(request.getHeader("Sec-Fetch-Site"))) {
            return List.of();
        }
        var fields = new ArrayList<Field>();
        kept(request).forEach((name, values) -> {
            for (var value : values) {
                fields.add(new Field(name, value));
            }
        });
        return fields.size() > MAX ? List.of() : List.copyOf(fields);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String[]> kept(HttpServletRequest request) {
        return request.getAttribute(KEPT) instanceof Map<?, ?> kept
                ? (Map<String, String[]>) kept
                : withoutQuery(request);
    }

    private static Map<String, String[]> withoutQuery(HttpServletRequest request) {
        var asked = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams();
        var form = new LinkedHashMap<String, String[]>();
        request.getParameterMap().forEach((name, values) -> {
            var ofQuery = asked.getOrDefault(name, List.of()).size();
            form.put(name, List.of(values).stream().skip(ofQuery).toArray(String[]::new));
        });
        return form;
    }
}
