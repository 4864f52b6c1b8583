package io.hourglass.web;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of the page that is being made, with all that was asked of it. */
public final class PresentAddress {

    private PresentAddress() {}

    /** What was asked of it, with the question mark, encoded as it was sent; empty if nothing was. */
    public static String asked() {
        var query = ServletUriComponentsBuilder.fromCurrentRequest().build().getQuery();
        return query == null ? "" : "?" + query;
    }

    /** The same with another value of one parameter, as a link from the page. */
    static String with(String parameter, Object value) {
        return "?"
                + ServletUriComponentsBuilder.fromCurrentRequest()
                        .replaceQueryParam(parameter, value)
                        .build()
                        .getQuery();
    }
}
