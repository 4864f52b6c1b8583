package io.hourglass.portal.mailboxes;

import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Viewer;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.setup.ConnectMailbox;
import io.hourglass.mailbox.setup.MailboxRefused;
import io.hourglass.mailbox.setup.SetUpMailbox;
import io.hourglass.mailbox.setup.TryMailbox;
import io.hourglass.portal.mailboxes.Watched.Recent;
import io.hourglass.web.Page;
import io.hourglass.web.SeeOther;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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
    private final Watched watched;
    private final Viewer viewer;
    private final MessageSource messages;

    MailboxPages(
            Mailboxes mailboxes,
            SetUpMailbox setUp,
            ConnectMailbox connect,
            TryMailbox trying,
            Watched watched,
            Viewer viewer,
            MessageSource messages) {
        this.mailboxes = mailboxes;
        this.setUp = setUp;
        this.connect = connect;
        this.trying = trying;
        this.watched = watched;
        this.viewer = viewer;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String supplier) {
        var own = new SupplierId(supplier);
        var mailbox = mailboxes.find(own).orElse(null);
        return page(own, mailbox, MailboxForm.of(mailbox), HttpStatus.OK);
    }

    /** Redirect after POST: reloading the response leads to the page. */
    @GetMapping({"/test", "/disconnection"})
    ModelAndView back(@PathVariable String supplier) {
        return back(new SupplierId(supplier));
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String supplier,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String host,
            @RequestParam(defaultValue = "") String port,
            @RequestParam(defaultValue = "IMPLICIT_TLS") Security security,
            @RequestParam(defaultValue = "") String sentFolder,
            @RequestParam(defaultValue = "false") boolean readInbox,
            RedirectAttributes flash,
            Locale locale) {
        var own = new SupplierId(supplier);
        var form = MailboxForm.builder()
                .address(address)
                .user(user)
                .host(host)
                .port(port)
                .security(security)
                .sentFolder(sentFolder)
                .readInbox(readInbox)
                .build();
        try {
            var granted = mailboxes.find(own).map(Mailbox::provider).orElse(null);
            setUp.put(own, form.wish(password, granted));
            say("saved", flash, locale);
            return back(own);
        } catch (InvalidInput e) {
            return again(own, form.withMistake(e.field()), HttpStatus.BAD_REQUEST);
        } catch (MailboxRefused e) {
            return again(own, form.withMistake("NO_KEY"), HttpStatus.CONFLICT);
        }
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
        return back(own);
    }

    @PostMapping("/disconnection")
    ModelAndView disconnect(@PathVariable String supplier, RedirectAttributes flash, Locale locale) {
        var own = new SupplierId(supplier);
        try {
            connect.disconnect(own);
        } catch (NotFound e) {
            return back(own); // it is gone already
        }
        say("disconnected", flash, locale);
        return back(own);
    }

    private ModelAndView again(SupplierId supplier, MailboxForm form, HttpStatus status) {
        return page(supplier, mailboxes.find(supplier).orElse(null), form, status);
    }

    private ModelAndView page(SupplierId supplier, @Nullable Mailbox mailbox, MailboxForm form, HttpStatus status) {
        Recent recent = watched.recently(supplier);
        return new ModelAndView("supplier/mailbox", status)
                .addObject("supplier", supplier.value())
                .addObject("name", watched.name(supplier))
                .addObject("mailbox", mailbox)
                .addObject("form", form)
                .addObject("recent", recent)
                .addObject("format", viewer.format())
                .addObject("mayAct", mayAct());
    }

    private static boolean mayAct() {
        return Callers.current()
                .filter(caller -> caller.is(Role.OPERATIONS) || caller.is(Role.SUPPLIER))
                .isPresent();
    }

    private void say(String what, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute("said", messages.getMessage("mailbox.said." + what, null, locale));
    }

    private static ModelAndView back(SupplierId supplier) {
        return new ModelAndView(SeeOther.to("/suppliers/" + PathSegment.of(supplier.value()) + "/mailbox"));
    }
}
