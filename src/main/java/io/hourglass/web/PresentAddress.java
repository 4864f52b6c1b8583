package io.hourglass.web;

import io.hourglass.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of the page that is being made, with all that was asked of it. */
public final class PresentAddress {

    private PresentAddress() {}

    /** What was asked of it, with the question mark, encoded as it was sent; empty if nothing was. */
    public static String asked() {
        var query = ServletUriComponentsBuilder.fromCurrentRequest().build().getQuery();
        return query == null ? "" : "?" + query;
    }

    /** From the program's root on, with all that was asked of it: for a form that leads back. */
    public static String here() {
        var address = ServletUriComponentsBuilder.fromCurrentRequest().build();
        return address.getPath() + asked();
    }

    /**
     * An address that a form sent, to be led to.
     *
     * @throws InvalidInput if it is not one of ours
     */
    static String ours(String address) {
        if (!address.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*")) {
            throw new InvalidInput("back", address, "the address of a page of ours, from its first slash on");
        }
        return address;
    }

    /** The same with another value of one parameter, as a link from the page. */
    public static String with(String parameter, Object value) {
        return "?"
                + ServletUriComponentsBuilder.fromCurrentRequest()
                        .replaceQueryParam(parameter, value)
                        .build()
                        .getQuery();
    }

    /**
     * The same from its first page on, as a link from the page.
     *
     * @param value of the parameter, letters and digits; null without it
     * @param pages further parameters that ask for a page of a list
     */
    public static String narrowed(String parameter, @Nullable String value, String... pages) {
        var address = ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("page");
        for (var page : pages) {
            address.replaceQueryParam(page);
        }
        var query = (value == null ? address.replaceQueryParam(parameter) : address.replaceQueryParam(parameter, value))
                .build()
                .getQuery();
        return "?" + (query == null ? "" : query);
    }
}
