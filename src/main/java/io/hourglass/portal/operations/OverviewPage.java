package io.hourglass.portal.operations;

import io.hourglass.operations.SharedOverview;
import io.hourglass.operations.work.DayCloses.Unsettled;
import io.hourglass.operations.work.Workflow;
import io.hourglass.web.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The running system at a glance; it asks for itself again every ten seconds. */
@Page
class OverviewPage {

    private static final int CLOSES_SHOWN = 10;

    private final SharedOverview overview;
    private final Words words;
    private final OperationsPageSupport pages;

    OverviewPage(SharedOverview overview, Words words, OperationsPageSupport pages) {
        this.overview = overview;
        this.words = words;
        this.pages = pages;
    }

    @Transactional(propagation = Propagation.SUPPORTS) // one look for all who wait for it
    @GetMapping("/operations")
    ModelAndView show(Locale locale) {
        var now = overview.now();
        var due = now.closes().due();
        return pages.page(
                "overview",
                Map.of(
                        "now", now,
                        "lines",
                                now.breakingNext().stream()
                                        .map(next -> Line.of(Workflow.INQUIRY, next))
                                        .toList(),
                        "failures",
                                now.incidents().stream()
                                        .map(incident -> Failure.of(incident, words, locale))
                                        .toList(),
                        "halts",
                                now.suspended().stream()
                                        .map(one -> Halt.of(one, words, locale))
                                        .toList(),
                        "verdicts", new TreeMap<>(now.verdictsToday()),
                        "stuck", stuck(due),
                        "closes", due.stream().limit(CLOSES_SHOWN).toList()));
    }

    /** Of the closes that are due, those that will not go on by themselves. */
    private static long stuck(List<Unsettled> due) {
        return due.stream().filter(Unsettled::isStuck).count();
    }
}
