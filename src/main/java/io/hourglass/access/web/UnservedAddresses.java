package io.hourglass.access.web;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.pages.PageWanted;
import io.hourglass.access.pages.RefusalPage;
import io.hourglass.access.pages.RefusalPage.Why;
import io.hourglass.kernel.text.PathSegment;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Tells somebody who is signed in, on a page, of an address that nobody serves (404) and of a method that the address does not take
 * from anybody (405). Only patterns of addresses are looked at, which are no secret: of what others have nothing can be told by
 * it. Anything else stays refused (403), and programs are told no more than before.
 */
final class UnservedAddresses implements AccessDeniedHandler {

    private final AccessDeniedHandler others;
    private final RefusalPage page;

    UnservedAddresses(AccessDeniedHandler others, RefusalPage page) {
        this.others = others;
        this.page = page;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        @Nullable Caller caller = Callers.current().orElse(null);
        if (caller == null || !PageWanted.by(request)) {
            others.handle(request, response, e);
        } else if (!Rules.isServed(request)) {
            page.show(request, response, Why.NOWHERE, "");
        } else if (isAnothers(request, caller)
                || Rules.isTaken(request)
                || Rules.methods(request, caller).isEmpty()) {
            others.handle(request, response, e);
        } else {
            response.setHeader(HttpHeaders.ALLOW, allow(Rules.methods(request, caller)));
            page.show(request, response, Why.NOT_TAKEN, "");
        }
    }

    private static boolean isAnothers(HttpServletRequest request, Caller caller) {
        var address = request.getRequestURI();
        var supplier = caller.supplier();
        var buyer = caller.buyer();
        return isBelowAnother(address, "/suppliers/", supplier == null ? null : supplier.value())
                || isBelowAnother(address, "/buyers/", buyer == null ? null : buyer.value());
    }

    /** @param own null for one who is none of those parties */
    private static boolean isBelowAnother(String address, String parties, @Nullable String own) {
        return own != null && address.startsWith(parties) && !address.startsWith(parties + PathSegment.of(own) + "/");
    }

    private static String allow(Set<HttpMethod> methods) {
        return methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    }
}
