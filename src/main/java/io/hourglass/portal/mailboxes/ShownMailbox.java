package io.hourglass.portal.mailboxes;

import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Viewer;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.grants.Providers;
import io.hourglass.portal.mailboxes.Watched.Recent;
import io.hourglass.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a supplier's mailbox. */
@Component
class ShownMailbox {

    private final Mailboxes mailboxes;
    private final Providers providers;
    private final Watched watched;
    private final Viewer viewer;

    ShownMailbox(Mailboxes mailboxes, Providers providers, Watched watched, Viewer viewer) {
        this.mailboxes = mailboxes;
        this.providers = providers;
        this.watched = watched;
        this.viewer = viewer;
    }

    /** @param form what was typed that led nowhere; null for what is kept */
    ModelAndView page(SupplierId supplier, @Nullable MailboxForm form) {
        var mailbox = mailboxes.find(supplier).orElse(null);
        return page(supplier, mailbox, form == null ? MailboxForm.of(mailbox) : form, HttpStatus.OK);
    }

    /** With a mistake. */
    ModelAndView again(SupplierId supplier, MailboxForm form, HttpStatus status) {
        return page(supplier, mailboxes.find(supplier).orElse(null), form, status);
    }

    private ModelAndView page(SupplierId supplier, @Nullable Mailbox mailbox, MailboxForm form, HttpStatus status) {
        Recent recent = watched.recently(supplier);
        return new ModelAndView("supplier/mailbox", status)
                .addObject("supplier", supplier.value())
                .addObject("name", watched.name(supplier))
                .addObject("mailbox", mailbox)
                .addObject("providers", providers.names())
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

    static ModelAndView back(SupplierId supplier) {
        return new ModelAndView(SeeOther.to("/suppliers/" + PathSegment.of(supplier.value()) + "/mailbox"));
    }
}
