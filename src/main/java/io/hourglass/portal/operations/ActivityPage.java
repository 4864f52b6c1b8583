package io.hourglass.portal.operations;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog;
import io.hourglass.audit.actions.ActionLog.Sought;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.portal.chips.Chips;
import io.hourglass.portal.names.ActorNames;
import io.hourglass.sla.days.NaturalDay;
import io.hourglass.web.Page;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import io.hourglass.web.lists.Pager;
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
            .column("operations.done.details", Deed::details)
            .column("csv.other", Deed::other);

    private final CsvFiles csv;
    private final ActionLog log;
    private final ActorNames actors;
    private final DeedSubjects subjects;
    private final Policies policies;
    private final Words words;
    private final OperationsPageSupport pages;

    ActivityPage(
            CsvFiles csv,
            ActionLog log,
            ActorNames actors,
            DeedSubjects subjects,
            Policies policies,
            Words words,
            OperationsPageSupport pages) {
        this.csv = csv;
        this.log = log;
        this.actors = actors;
        this.subjects = subjects;
        this.policies = policies;
        this.words = words;
        this.pages = pages;
    }

    /** An act with its words, to choose. */
    record Choice(Action action, String words) {}

    /**
     * @param by a name or the beginnings of its words, see {@link ActorNames#meant}; empty for anybody
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
        var meant = meant(name);
        var done = done(meant, act, day, new PageQuery(page, SIZE));
        var content = new HashMap<String, Object>();
        content.put("by", name);
        content.put("act", act);
        content.put("day", day);
        content.put("acts", acts(locale));
        content.put("names", actors.present());
        content.put("chips", chips(meant, act, day));
        content.put("done", deeds(done.items(), locale));
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
        var meant = meant(StoredText.typed(by));
        csv.send(FILE, part -> done(meant, act, day, part).map(some -> deeds(some, locale)), response);
    }

    /** @return null for anybody; empty if nobody can be called so */
    private @Nullable Set<String> meant(String by) {
        if (by.isEmpty()) {
            return null;
        }
        return ExternalId.isOne(by, ExternalId.MAX_LENGTH) ? actors.meant(by) : Set.of();
    }

    /** Of those of the same person and day. */
    private Chips chips(@Nullable Set<String> by, @Nullable Action act, @Nullable LocalDate day) {
        var counts = isNobody(by) ? Map.<Action, Long>of() : log.counted(sought(by, null, day), COUNTED);
        return Chips.by("act", act)
                .covering("operations.done.counted")
                .addAll(Action.class, "operations.action.", counts);
    }

    private ListPage<ActionLog.Done> done(
            @Nullable Set<String> by, @Nullable Action act, @Nullable LocalDate day, PageQuery page) {
        return isNobody(by)
                ? page.cut(List.<ActionLog.Done>of())
                : page.from((offset, limit) -> log.latest(sought(by, act, day), offset, limit));
    }

    private static boolean isNobody(@Nullable Set<String> by) {
        return by != null && by.isEmpty();
    }

    private Sought sought(@Nullable Set<String> by, @Nullable Action act, @Nullable LocalDate day) {
        return new Sought(
                by == null ? Set.of() : by,
                act,
                day == null ? null : start(day),
                day == null ? null : start(day.plusDays(1)));
    }

    private Instant start(LocalDate day) {
        return NaturalDay.start(day, policies.zone());
    }

    private List<Deed> deeds(List<ActionLog.Done> done, Locale locale) {
        var known = subjects.of(done);
        return done.stream().map(one -> Deed.of(one, known, words, locale)).toList();
    }

    private List<Choice> acts(Locale locale) {
        return Stream.of(Action.values())
                .map(act -> new Choice(act, words.say("operations.action." + act, locale)))
                .sorted(Comparator.comparing(Choice::words))
                .toList();
    }
}
