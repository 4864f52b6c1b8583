package io.hourglass.portal.operations;

import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.mailing.outgoing.OutgoingMail;
import io.hourglass.mailing.outgoing.OutgoingMail.State;
import io.hourglass.mailing.outgoing.OutgoingMails;
import io.hourglass.mailing.outgoing.OutgoingMails.Sought;
import io.hourglass.mailing.sending.SendMailAgain;
import io.hourglass.mailing.smtp.MailServer;
import io.hourglass.relay.review.ReviewMails;
import io.hourglass.web.Page;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What people were told by mail, what waits, and what did not arrive. */
@Page
class MailsPage {

    static final String ADDRESS = "/operations/mails";

    private static final int SIZE = 50;

    private final OutgoingMails mails;
    private final SendMailAgain send;
    private final MailServer server;
    private final ReviewMails reviews;
    private final OperationsPageSupport pages;

    MailsPage(
            OutgoingMails mails,
            SendMailAgain send,
            MailServer server,
            ReviewMails reviews,
            OperationsPageSupport pages) {
        this.mails = mails;
        this.send = send;
        this.server = server;
        this.reviews = reviews;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    ModelAndView all(
            @RequestParam(required = false) @Nullable State state, @RequestParam(defaultValue = "0") @Min(0) int page) {
        var counts = mails.counted();
        var found = found(new Sought(null, state), counts, new PageQuery(page, SIZE));
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("mails", found.items());
        content.put("paging", Pager.of(found));
        content.put("counts", counts);
        content.put("states", State.values());
        content.put("state", state);
        content.put("setUp", server.isSetUp());
        content.put("toReview", reviews.numberWaiting());
        return pages.page("mails", content);
    }

    private ListPage<OutgoingMail> found(Sought sought, Map<State, Integer> counts, PageQuery query) {
        var state = sought.state();
        if (state == null || state == State.SENT) {
            return query.from((offset, limit) -> mails.latest(sought, offset, limit));
        }
        var total = counts.getOrDefault(state, 0);
        return ListPage.counted(query, mails.latest(sought, query.offset(), query.size()), total);
    }

    @PostMapping(ADDRESS + "/{mail}/retries")
    ModelAndView again(@PathVariable String mail) {
        send.again(mail);
        return OperationsPageSupport.back(ADDRESS);
    }

    /** Redirect after POST: reloading the response leads to the page. */
    @GetMapping(ADDRESS + "/{mail}/retries")
    ModelAndView back(@PathVariable String mail) {
        return OperationsPageSupport.back(ADDRESS);
    }
}
