package io.hourglass.portal.mailboxes;

import io.hourglass.access.callers.Viewer;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.MailboxState;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.portal.chips.Chips;
import io.hourglass.web.Page;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All suppliers' mailboxes by state and lag, for operations. */
@Page
class MailboxesPage {

    private static final int SIZE = 50;

    private final Mailboxes mailboxes;
    private final Viewer viewer;

    MailboxesPage(Mailboxes mailboxes, Viewer viewer) {
        this.mailboxes = mailboxes;
        this.viewer = viewer;
    }

    @GetMapping("/operations/mailboxes")
    ModelAndView all(
            @RequestParam(required = false) @Nullable MailboxState state,
            @RequestParam(defaultValue = "0") @Min(0) int page) {
        var found = new PageQuery(page, SIZE).from((offset, limit) -> mailboxes.byLag(state, offset, limit));
        return new ModelAndView("operations/mailboxes")
                .addObject("mailboxes", found.items())
                .addObject(
                        "suppliers",
                        found.items().stream().map(MailboxesPage::supplier).toList())
                .addObject("paging", Pager.of(found))
                .addObject(
                        "chips",
                        Chips.by("state", state).addAll(MailboxState.class, "mailbox.state.", mailboxes.counted()))
                .addObject("format", viewer.format());
    }

    private static String supplier(Mailbox mailbox) {
        SupplierId supplier = mailbox.supplier();
        return supplier.value();
    }
}
