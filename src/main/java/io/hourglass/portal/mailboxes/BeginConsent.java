package io.hourglass.portal.mailboxes;

import io.hourglass.access.callers.Callers;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.grants.Consents;
import io.hourglass.mailbox.setup.MailboxWish;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;

/** Sends somebody to the provider of a mailbox, and keeps what it is for until the provider leads back. */
@Component
class BeginConsent {

    /** As it is registered at providers: none may be named anew. */
    static final String BACK = "/mailbox-grants";

    private final Consents consents;
    private final Clock clock;

    BeginConsent(Consents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    /** @param wish checked, of a provider */
    ModelAndView begin(HttpSession session, SupplierId supplier, MailboxWish wish) {
        var back = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(BACK)
                .build()
                .toUriString();
        var asked = consents.ask(Objects.requireNonNull(wish.provider()), back);
        var account = Callers.current().orElseThrow().name();
        new UnderWay(asked, supplier, wish, account, clock.instant()).keep(session);
        return new ModelAndView(to(asked.address()));
    }

    private static RedirectView to(URI provider) {
        var view = new RedirectView(provider.toString());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
