package io.hourglass.portal.mailboxes;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.MailboxState;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.setup.ConnectMailbox;
import io.hourglass.mailbox.setup.MailboxRefused;
import io.hourglass.mailbox.setup.MailboxWish;
import io.hourglass.mailbox.setup.SetUpMailbox;
import io.hourglass.mailbox.setup.TryMailbox;
import io.hourglass.web.Page;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A supplier's own mailbox: connecting it, how reading it goes, and what could not be seen of it (R17–R20, R22). */
@Page
@RequestMapping("/suppliers/{supplier}/mailbox")
class MailboxPages {

    private final Mailboxes mailboxes;
    private final SetUpMailbox setUp;
    private final ConnectMailbox connect;
    private final TryMailbox trying;
    private final BeginConsent consent;
    private final ShownMailbox shown;
    private final MessageSource messages;

    MailboxPages(
            Mailboxes mailboxes,
            SetUpMailbox setUp,
            ConnectMailbox connect,
            TryMailbox trying,
            BeginConsent consent,
            ShownMailbox shown,
            MessageSource messages) {
        this.mailboxes = mailboxes;
        this.setUp = setUp;
        this.connect = connect;
        this.trying = trying;
        this.consent = consent;
        this.shown = shown;
        this.messages = messages;
    }

    /** With what had been typed before a consent that led to nothing. */
    @GetMapping
    ModelAndView show(@PathVariable String supplier, Model model) {
        var form = model.getAttribute("form") instanceof MailboxForm typed ? typed : null;
        return shown.page(new SupplierId(supplier), form);
    }

    /** Redirect after POST: reloading the response leads to the page. */
    @GetMapping({"/test", "/consent", "/disconnection"})
    ModelAndView back(@PathVariable String supplier) {
        return ShownMailbox.back(new SupplierId(supplier));
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String supplier,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String host,
            @RequestParam(defaultValue = "") String port,
            @RequestParam(defaultValue = "IMPLICIT_TLS") Security security,
            @RequestParam(defaultValue = "") String sentFolder,
            @RequestParam(defaultValue = "false") boolean readInbox,
            HttpSession session,
            RedirectAttributes flash,
            Locale locale) {
        var own = new SupplierId(supplier);
        var form = MailboxForm.builder()
                .address(address)
                .user(user)
                .provider(provider)
                .host(host)
                .port(port)
                .security(security)
                .sentFolder(sentFolder)
                .readInbox(readInbox)
                .build();
        try {
            var wish = setUp.checked(own, form.wish(password));
            if (needsConsent(own, wish)) {
                return consent.begin(session, own, wish);
            }
            setUp.put(own, wish);
            say("saved", flash, locale);
            return ShownMailbox.back(own);
        } catch (InvalidInput e) {
            return shown.again(own, form.withMistake(e.field()), HttpStatus.BAD_REQUEST);
        } catch (MailboxRefused e) {
            return shown.again(own, form.withMistake("NO_KEY"), HttpStatus.CONFLICT);
        }
    }

    /** What was granted goes on, unless it is for another server, user or provider, or is not taken. */
    private boolean needsConsent(SupplierId supplier, MailboxWish wish) {
        return wish.provider() != null
                && mailboxes
                        .find(supplier)
                        .filter(mailbox -> mailbox.reading().state() != MailboxState.REFUSED
                                && mailbox.signsIn(
                                        Objects.requireNonNull(wish.server()),
                                        Objects.requireNonNull(wish.user()),
                                        wish.provider()))
                        .isEmpty();
    }

    @PostMapping("/test")
    ModelAndView test(@PathVariable String supplier, RedirectAttributes flash, Locale locale) {
        var own = new SupplierId(supplier);
        try {
            var tried = trying.test(own);
            flash.addFlashAttribute("tried", tried);
        } catch (MailboxRefused e) {
            say("tooMany", flash, locale);
        }
        return ShownMailbox.back(own);
    }

    @PostMapping("/disconnection")
    ModelAndView disconnect(@PathVariable String supplier, RedirectAttributes flash, Locale locale) {
        var own = new SupplierId(supplier);
        try {
            connect.disconnect(own);
        } catch (NotFound e) {
            return ShownMailbox.back(own); // it is gone already
        }
        say("disconnected", flash, locale);
        return ShownMailbox.back(own);
    }

    private void say(String what, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute("said", messages.getMessage("mailbox.said." + what, null, locale));
    }
}
