package io.hourglass.portal;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of the page that is being made, with all that was asked of it. */
final class PresentAddress {

    private PresentAddress() {}

    /** The same with another value of one parameter, as a link from the page. */
    static String with(String parameter, Object value) {
        return "?"
                + ServletUriComponentsBuilder.fromCurrentRequest()
                        .replaceQueryParam(parameter, value)
                        .build()
                        .getQuery();
    }
}
