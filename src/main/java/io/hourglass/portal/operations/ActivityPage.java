package io.hourglass.portal.operations;

import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.KeptAccount;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog;
import io.hourglass.audit.actions.ActionLog.Sought;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ExternalId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.portal.chips.Chips;
import io.hourglass.sla.NaturalDay;
import io.hourglass.web.CsvFiles;
import io.hourglass.web.CsvList;
import io.hourglass.web.Page;
import io.hourglass.web.Pager;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who did what, as the ledger has it, the latest first: by person, by act, by day. */
@Page
class ActivityPage {

    private static final int SIZE = 50;

    /** The newest, so that a look costs the same, however much was done. */
    private static final int COUNTED = 1000;

    private static final CsvList<Deed> FILE = CsvList.<Deed>named("actions")
            .column("operations.done.at", Deed::at)
            .column("operations.done.by", Deed::by)
            .column("operations.done.action", Deed::what)
            .column("operations.incident.about", deed -> deed.about().text())
            .column("operations.done.details", Deed::details);

    private final CsvFiles csv;
    private final ActionLog log;
    private final Accounts accounts;
    private final DeedSubjects subjects;
    private final Policies policies;
    private final Words words;
    private final OperationsPageSupport pages;

    ActivityPage(
            CsvFiles csv,
            ActionLog log,
            Accounts accounts,
            DeedSubjects subjects,
            Policies policies,
            Words words,
            OperationsPageSupport pages) {
        this.csv = csv;
        this.log = log;
        this.accounts = accounts;
        this.subjects = subjects;
        this.policies = policies;
        this.words = words;
        this.pages = pages;
    }

    /** An act with its words, to choose. */
    record Choice(Action action, String words) {}

    /**
     * @param by the name of an account, with those that were merged into it; empty for anybody
     * @param act null for any
     * @param day of the marketplace; null for any
     */
    @GetMapping("/operations/actions")
    @Transactional(readOnly = true)
    ModelAndView show(
            @RequestParam(defaultValue = "") String by,
            @RequestParam(required = false) @Nullable Action act,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            Locale locale) {
        var name = StoredText.typed(by);
        var kept = accounts.kept();
        var done = done(name, act, day, kept, new PageQuery(page, SIZE));
        var content = new HashMap<String, Object>();
        content.put("by", name);
        content.put("act", act);
        content.put("day", day);
        content.put("acts", acts(locale));
        content.put(
                "names",
                kept.stream().filter(KeptAccount::isOpen).map(KeptAccount::name).toList());
        content.put("chips", chips(name, act, day, kept));
        content.put("done", deeds(done.items(), kept, locale));
        content.put("paging", Pager.of(done));
        return pages.page("actions", content, HttpStatus.OK);
    }

    /** The same as a file. */
    @GetMapping(path = "/operations/actions", params = CsvList.ASKED)
    void file(
            @RequestParam(defaultValue = "") String by,
            @RequestParam(required = false) @Nullable Action act,
            @RequestParam(required = false) @Nullable LocalDate day,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var name = StoredText.typed(by);
        var kept = accounts.kept();
        csv.send(FILE, part -> done(name, act, day, kept, part).map(some -> deeds(some, kept, locale)), response);
    }

    /** Of those of the same person and day. */
    private Chips chips(String by, @Nullable Action act, @Nullable LocalDate day, List<KeptAccount> kept) {
        var counts = isName(by) ? log.counted(sought(by, null, day, kept), COUNTED) : Map.<Action, Long>of();
        return Chips.by("act", act)
                .covering("operations.done.counted")
                .addAll(Action.class, "operations.action.", counts);
    }

    private ListPage<ActionLog.Done> done(
            String by, @Nullable Action act, @Nullable LocalDate day, List<KeptAccount> kept, PageQuery page) {
        return isName(by)
                ? page.from((offset, limit) -> log.latest(sought(by, act, day, kept), offset, limit))
                : page.cut(List.<ActionLog.Done>of());
    }

    /** Of somebody, or none for anybody. */
    private static boolean isName(String by) {
        return by.isEmpty() || ExternalId.isOne(by, ExternalId.MAX_LENGTH);
    }

    private Sought sought(String by, @Nullable Action act, @Nullable LocalDate day, List<KeptAccount> kept) {
        return new Sought(
                by.isEmpty() ? Set.of() : namesOf(by, kept),
                act,
                day == null ? null : start(day),
                day == null ? null : start(day.plusDays(1)));
    }

    private Instant start(LocalDate day) {
        return NaturalDay.start(day, policies.zone());
    }

    /** The account's own name, and those of the accounts that were merged into it. */
    private static Set<String> namesOf(String by, List<KeptAccount> kept) {
        return Stream.concat(
                        Stream.of(by),
                        kept.stream().filter(one -> by.equals(one.mergedInto())).map(KeptAccount::name))
                .collect(Collectors.toSet());
    }

    private List<Deed> deeds(List<ActionLog.Done> done, List<KeptAccount> kept, Locale locale) {
        var known = subjects.of(done, kept);
        return done.stream().map(one -> Deed.of(one, known, words, locale)).toList();
    }

    private List<Choice> acts(Locale locale) {
        return Stream.of(Action.values())
                .map(act -> new Choice(act, words.say("operations.action." + act, locale)))
                .sorted(Comparator.comparing(Choice::words))
                .toList();
    }
}
