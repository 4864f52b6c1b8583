package io.hourglass.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** 303 to a page of ours: the answer to a form that did what it asked for, and of an address that only leads on. */
public final class SeeOther {

    private SeeOther() {}

    /** @param address from the program's root on, encoded as it is to be sent */
    public static RedirectView to(String address) {
        var page = new RedirectView(address, true);
        page.setStatusCode(HttpStatus.SEE_OTHER);
        page.setExpandUriTemplateVariables(false);
        return page;
    }
}
