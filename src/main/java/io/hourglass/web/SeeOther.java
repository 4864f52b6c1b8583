package io.hourglass.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/** 303 to a page of ours: the answer to a form that did what it asked for, and of an address that only leads on. */
public final class SeeOther {

    /** To the page that is led to, the address of the form that was accepted: its draft is kept no longer (ADR 59). */
    private static final String ACCEPTED = "acceptedForm";

    private SeeOther() {}

    /** @param address from the program's root on, encoded as it is to be sent */
    public static RedirectView to(String address) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present) {
            tellAccepted(present.getRequest());
        }
        var page = new RedirectView(address, true);
        page.setStatusCode(HttpStatus.SEE_OTHER);
        page.setExpandUriTemplateVariables(false);
        return page;
    }

    /** Without a session, as buyers with a link are, nobody has drafts. */
    private static void tellAccepted(HttpServletRequest request) {
        if (HttpMethod.POST.matches(request.getMethod()) && request.getSession(false) != null) {
            RequestContextUtils.getOutputFlashMap(request).put(ACCEPTED, request.getRequestURI());
        }
    }
}
