package io.hourglass.portal.operations;

import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.relay.mails.Review;
import io.hourglass.relay.review.ReviewMails;
import io.hourglass.web.Page;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Mails to relay addresses of which it cannot be said who wrote them (ADR 78). */
@Page
class MailReviewsPage {

    static final String ADDRESS = "/operations/mails/reviews";

    private static final int SIZE = 20;

    private final ReviewMails reviews;
    private final OperationsPageSupport pages;

    MailReviewsPage(ReviewMails reviews, OperationsPageSupport pages) {
        this.reviews = reviews;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    ModelAndView all(@RequestParam(defaultValue = "0") @Min(0) int page) {
        var found = reviews.waiting(new PageQuery(page, SIZE));
        return pages.page("mail-reviews", Map.of("mails", found.items(), "paging", Pager.of(found)));
    }

    @PostMapping(ADDRESS + "/{fact}/decision")
    ModelAndView decide(@PathVariable String fact, @RequestParam Review wroteIt) {
        reviews.decide(new FactId(fact), wroteIt);
        return OperationsPageSupport.back(ADDRESS);
    }

    /** Redirect after POST: reloading the response leads to the page. */
    @GetMapping(ADDRESS + "/{fact}/decision")
    ModelAndView back(@PathVariable String fact) {
        return OperationsPageSupport.back(ADDRESS);
    }
}
