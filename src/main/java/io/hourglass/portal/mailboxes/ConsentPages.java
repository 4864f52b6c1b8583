package io.hourglass.portal.mailboxes;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.grants.Consents;
import io.hourglass.mailbox.grants.NoConsent;
import io.hourglass.mailbox.setup.MailboxRefused;
import io.hourglass.mailbox.setup.SetUpMailbox;
import io.hourglass.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way to a provider's consent and back (ADR 86). */
@Page
class ConsentPages {

    private static final Logger log = LoggerFactory.getLogger(ConsentPages.class);

    private final Mailboxes mailboxes;
    private final SetUpMailbox setUp;
    private final Consents consents;
    private final BeginConsent begin;
    private final ShownMailbox shown;
    private final MessageSource messages;
    private final Clock clock;

    ConsentPages(
            Mailboxes mailboxes,
            SetUpMailbox setUp,
            Consents consents,
            BeginConsent begin,
            ShownMailbox shown,
            MessageSource messages,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.setUp = setUp;
        this.consents = consents;
        this.begin = begin;
        this.shown = shown;
        this.messages = messages;
        this.clock = clock;
    }

    /** Once more, for the mailbox as it is. */
    @PostMapping("/suppliers/{supplier}/mailbox/consent")
    ModelAndView anew(@PathVariable String supplier, HttpSession session) {
        var own = new SupplierId(supplier);
        var granted = mailboxes.find(own).filter(mailbox -> mailbox.provider() != null);
        return granted.map(mailbox -> anew(mailbox, session)).orElseGet(() -> ShownMailbox.back(own));
    }

    private ModelAndView anew(Mailbox mailbox, HttpSession session) {
        var own = mailbox.supplier();
        var wish = MailboxForm.asItIs(mailbox);
        try {
            return begin.begin(session, own, setUp.checked(own, wish));
        } catch (InvalidInput e) {
            return shown.again(own, MailboxForm.of(wish).withMistake(e.field()), HttpStatus.BAD_REQUEST);
        } catch (MailboxRefused e) {
            return shown.again(own, MailboxForm.of(wish).withMistake("NO_KEY"), HttpStatus.CONFLICT);
        }
    }

    /** Providers lead back by a GET, so that this one changes something: what was begun by a form, in the same session. */
    @Transactional(propagation = Propagation.SUPPORTS) // no connection is held while the provider is asked
    @GetMapping(BeginConsent.BACK)
    ModelAndView answered(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String error,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        var caller = Callers.current().orElseThrow();
        var begun = taken(request.getSession(false), state).filter(some -> some.isOf(caller));
        if (begun.isEmpty()) {
            return nothingBegun("UNKNOWN", null);
        }
        checkOwn(caller, begun.get().supplier());
        if (begun.get().isTooOld(clock.instant())) {
            return nothingBegun("TOO_OLD", begun.get().supplier());
        }
        put(begun.get(), code, error, flash, locale);
        return ShownMailbox.back(begun.get().supplier());
    }

    private static Optional<UnderWay> taken(@Nullable HttpSession session, String state) {
        return session == null ? Optional.empty() : UnderWay.take(session, state);
    }

    private static ModelAndView nothingBegun(String why, @Nullable SupplierId supplier) {
        return new ModelAndView("supplier/consent", HttpStatus.CONFLICT)
                .addObject("why", why)
                .addObject("supplier", supplier == null ? null : supplier.value());
    }

    /** It may have been taken from the account since. */
    private static void checkOwn(Caller caller, SupplierId supplier) {
        if (caller.isParty() && !caller.actsFor(supplier)) {
            throw new NotFound("supplier", supplier.value());
        }
    }

    private void put(UnderWay begun, String code, String error, RedirectAttributes flash, Locale locale) {
        var form = MailboxForm.of(begun.wish());
        try {
            if (code.isBlank() || !error.isEmpty()) {
                throw Consents.refusal(error);
            }
            var grant = consents.grant(begun.asked(), code);
            setUp.put(begun.supplier(), begun.wish().granted(grant));
            flash.addFlashAttribute("said", messages.getMessage("mailbox.said.saved", null, locale));
        } catch (NoConsent e) {
            log.info("Consent at {} led to no grant: {} {}", begun.asked().provider(), e.why(), e.code());
            flash.addFlashAttribute("form", form)
                    .addFlashAttribute("noConsent", e.why())
                    .addFlashAttribute("providerSays", e.code());
        } catch (InvalidInput e) {
            flash.addFlashAttribute("form", form.withMistake(e.field()));
        } catch (MailboxRefused e) {
            flash.addFlashAttribute("form", form.withMistake("NO_KEY"));
        }
    }
}
